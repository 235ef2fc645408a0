// Accepts an invitation. It is bound to its address: someone with an account signs in with that very
// address, a new person types it, so that a link that was passed on helps nobody else. It is used up in
// the same commit, so that of two who accept at once only the first does.
import { type Actor, goTogether, ORGANISATION_ROLES } from '#app/domain/policy/actor.ts';
import { invitationState } from '#app/domain/policy/invitation-state.ts';
import { isSameName, readableName } from '#app/domain/policy/own-name.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { BusyProblem } from '#app/identity-ports.ts';
import type { Services } from '#app/services.server.ts';
import {
  findPersonByEmail,
  insertPassword,
  insertPerson,
} from '#db/repositories/accounts/sign-in-rows.ts';
import { audit } from '#db/repositories/audit.ts';
import {
  type InvitationRow,
  loadInvitationByToken,
  useInvitation,
} from '#db/repositories/people/invitation-rows.ts';
import {
  insertMembership,
  listNamesBeside,
  loadMemberships,
} from '#db/repositories/people/roles.ts';
import { insertLink } from '#db/repositories/accounts/providers.ts';
import { Conflict, type Write } from '#db/store.ts';
import { linkId } from './create-password-link.ts';
import { isSameMembership } from '#app/domain/policy/actor.ts';
import { type KnownProvider, linkOf } from './known-provider.ts';
import { hashInTurn, type PasswordProblem, passwordProblem } from './set-password.ts';
import { canonicalEmail } from './sign-in.ts';

type Typed = { readonly email: string; readonly name: string };

export type AcceptCommand = {
  readonly token: string;
  /** What a new person gives; someone with an account gives nothing. */
  readonly account: (Typed & WayIn) | null;
};

/** How a new person signs in from now on: with a password of their own, or at their organisation's provider. */
type WayIn = { readonly password: string } | { readonly linked: LinkedAt };

/** Whom a provider has said that the new person is. */
type LinkedAt = {
  readonly provider: Pick<KnownProvider, 'organisation'>;
  readonly issuer: string;
  readonly subject: string;
};

export type AcceptProblem =
  | BusyProblem
  | PasswordProblem
  | { readonly code: 'invitation-unknown' }
  | { readonly code: 'invitation-used' }
  | { readonly code: 'invitation-revoked' }
  | { readonly code: 'invitation-expired' }
  /** There is an account with the address: its person signs in and accepts. */
  | { readonly code: 'sign-in-first' }
  /** It is for another address. */
  | { readonly code: 'other-address' }
  | { readonly code: 'name-missing' }
  /** Somebody in the organisation is called so already. */
  | { readonly code: 'name-taken' }
  /** Another account signs in as this very person there, or the provider is not the organisation's. */
  | { readonly code: 'link-taken' }
  /** They administer, and whoever does holds no role in an organisation. */
  | { readonly code: 'role-apart' };

/** Whether an account was made, or why nothing was accepted. */
export async function acceptInvitation(
  services: Services,
  actor: Actor | null,
  command: AcceptCommand,
): Promise<Result<{ isNew: boolean }, AcceptProblem>> {
  const hash = linkId(command.token);
  const found = await usable(services, hash);
  if (!found.ok) return found;
  const { id } = found.value;
  const person = await findPersonByEmail(services.engine.db, found.value.email);
  const decided =
    person === null
      ? await asNewPerson(services, { actor, invitation: found.value, command })
      : await asThemselves(services, { actor, invitation: found.value, person });
  if (!decided.ok) return decided;
  const { userId, writes } = decided.value;
  const at = services.clock().toISOString();
  try {
    await services.engine.commit([
      useInvitation(id, at),
      ...writes,
      audit({
        at,
        actor: userId,
        event: 'invitation-accepted',
        organisation: found.value.organisationId,
        subject: userId,
        details: { invitation: id, role: found.value.role },
      }),
    ]);
    return ok({ isNew: person === null });
  } catch (error) {
    // Named recovery: it was accepted or withdrawn in between, or the account was made.
    if (!(error instanceof Conflict)) throw error;
    const now = await usable(services, hash);
    if (!now.ok) return now;
    const isThere = (await findPersonByEmail(services.engine.db, found.value.email)) !== null;
    return refused({ code: isThere ? 'sign-in-first' : 'link-taken' });
  }
}

async function usable(
  { engine, clock }: Services,
  tokenHash: string,
): Promise<Result<InvitationRow, AcceptProblem>> {
  const found = await loadInvitationByToken(engine.db, tokenHash);
  if (found === null) return refused({ code: 'invitation-unknown' });
  const state = invitationState(found.invitation, clock().toISOString());
  return state === 'open' ? ok(found.invitation) : refused({ code: `invitation-${state}` });
}

type Decided = Result<{ userId: string; writes: readonly Write[] }, AcceptProblem>;

async function asThemselves(
  { engine, newId }: Services,
  {
    actor,
    invitation,
    person,
  }: { actor: Actor | null; invitation: InvitationRow; person: { readonly id: string } },
): Promise<Decided> {
  if (actor === null) return refused({ code: 'sign-in-first' });
  if (actor.id !== person.id) return refused({ code: 'other-address' });
  const membership = membershipIn(invitation);
  if (membership === null) return refused({ code: 'invitation-unknown' });
  const held = await loadMemberships(engine.db, person.id);
  if (!goTogether([...held, membership])) return refused({ code: 'role-apart' });
  const has = held.some((one) => isSameMembership(one, membership));
  return ok({
    userId: person.id,
    writes: has ? [] : [membershipWrite(newId(), person.id, invitation)],
  });
}

async function asNewPerson(
  services: Services,
  {
    actor,
    invitation,
    command,
  }: { actor: Actor | null; invitation: InvitationRow; command: AcceptCommand },
): Promise<Decided> {
  const { clock, newId } = services;
  const { account } = command;
  if (actor !== null || account === null) return refused({ code: 'other-address' });
  const problem = await newPersonProblem(services, invitation, account);
  if (problem !== null) return refused(problem);
  const { email } = invitation;
  const name = readableName(account.name) ?? '';
  const userId = newId();
  const at = clock().toISOString();
  const way = await wayIn(services, account, { userId, name, invitation, at });
  if (!way.ok) return way;
  return ok({
    userId,
    writes: [
      insertPerson({ id: userId, name, email }, at),
      way.value,
      membershipWrite(newId(), userId, invitation),
    ],
  });
}

/** Why this person is not the one who was invited, or cannot be called so. */
async function newPersonProblem(
  { engine }: Pick<Services, 'engine'>,
  { email: invited, organisationId }: Pick<InvitationRow, 'email' | 'organisationId'>,
  { email, name: typed }: Typed,
): Promise<AcceptProblem | null> {
  if (canonicalEmail(email) !== invited) return { code: 'other-address' };
  const name = readableName(typed);
  if (name === null) return { code: 'name-missing' };
  const beside = await listNamesBeside(engine.db, null, [organisationId]);
  return beside.some((one) => isSameName(one, name)) ? { code: 'name-taken' } : null;
}

/** Whether somebody with the link may go to a provider to accept: what they typed, judged beforehand. */
export async function mayAcceptAt(
  services: Services,
  organisation: string | null,
  { token, ...typed }: Typed & { readonly token: string },
): Promise<Result<null, AcceptProblem>> {
  const found = await usable(services, linkId(token));
  if (!found.ok) return found;
  if (found.value.organisationId !== organisation) return refused({ code: 'link-taken' });
  const person = await findPersonByEmail(services.engine.db, found.value.email);
  if (person !== null) return refused({ code: 'sign-in-first' });
  const problem = await newPersonProblem(services, found.value, typed);
  return problem === null ? ok(null) : refused(problem);
}

type NewWay = {
  readonly userId: string;
  readonly name: string;
  readonly invitation: InvitationRow;
  readonly at: string;
};

/** How the new person signs in from now on. */
async function wayIn(
  services: Services,
  way: WayIn,
  { userId, name, invitation, at }: NewWay,
): Promise<Result<Write, AcceptProblem>> {
  if ('linked' in way) {
    const { provider, issuer, subject } = way.linked;
    if (provider.organisation !== invitation.organisationId) return refused({ code: 'link-taken' });
    return ok(insertLink(linkOf(way.linked), { userId, issuer, subject, at }));
  }
  const { email } = invitation;
  const memberships = [
    { organisation: invitation.organisationId, department: invitation.departmentId },
  ];
  const person = { name, email, memberships };
  const problem = await passwordProblem(services, way.password, person);
  if (problem !== null) return refused(problem);
  const hashed = await hashInTurn(services, { account: email, password: way.password });
  if (!hashed.ok) return hashed;
  return ok(insertPassword(services.newId(), { userId, hash: hashed.value, at }));
}

function membershipIn({ role: text, organisationId, departmentId }: InvitationRow) {
  const role = ORGANISATION_ROLES.find((known) => known === text);
  return role === undefined
    ? null
    : { role, organisation: organisationId, department: departmentId };
}

function membershipWrite(id: string, userId: string, invitation: InvitationRow): Write {
  const { organisationId, departmentId, role } = invitation;
  return insertMembership({ id, userId, role, organisationId, departmentId });
}
