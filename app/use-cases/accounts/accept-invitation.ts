// Accepts an invitation. It is bound to its address: someone with an account signs in with that very
// address, a new person types it, so that a link that was passed on helps nobody else. It is used up in
// the same commit, so that of two who accept at once only the first does.
import { type Actor, ORGANISATION_ROLES } from '#app/domain/policy/actor.ts';
import { checkOpen, type NotOpen } from '#app/domain/policy/invitation-state.ts';
import { checkNewPerson, type NotTheInvited } from '#app/domain/policy/own-name.ts';
import { checkVouching } from '#app/domain/policy/provider-link.ts';
import { checkAccepting, type NotAccepted } from '#app/domain/policy/role-given.ts';
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
import { type KnownProvider, linkOf } from './known-provider.ts';
import { checkPassword, hashInTurn, type PasswordProblem } from './set-password.ts';
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
  | NotOpen
  /** There is an account with the address: its person signs in and accepts. */
  | { readonly code: 'sign-in-first' }
  | NotTheInvited
  /** Another account signs in as this very person there, or the provider is not the organisation's. */
  | { readonly code: 'link-taken' }
  | NotAccepted;

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
  return checkOpen(found.invitation, clock().toISOString());
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
  const membership = membershipIn(invitation);
  const held = await loadMemberships(engine.db, person.id);
  const accepting = checkAccepting({ actor, person, membership, held });
  if (!accepting.ok) return accepting;
  return ok({
    userId: person.id,
    writes: accepting.value ? [membershipWrite(newId(), person.id, invitation)] : [],
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
  if (actor !== null) return refused({ code: 'other-address' });
  if (account === null) return refused({ code: 'other-address' });
  const named = await newPerson(services, invitation, account);
  if (!named.ok) return named;
  const { email } = invitation;
  const name = named.value;
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

/** The name of a new person, where they are the one who was invited. */
async function newPerson(
  { engine }: Pick<Services, 'engine'>,
  { email: invited, organisationId }: Pick<InvitationRow, 'email' | 'organisationId'>,
  { email, name }: Typed,
): Promise<Result<string, NotTheInvited>> {
  const beside = await listNamesBeside(engine.db, null, [organisationId]);
  return checkNewPerson({ email: canonicalEmail(email), invited, name, beside });
}

/** Whether somebody with the link may go to a provider to accept: what they typed, judged beforehand. */
export async function mayAcceptAt(
  services: Services,
  organisation: string | null,
  { token, ...typed }: Typed & { readonly token: string },
): Promise<Result<null, AcceptProblem>> {
  const found = await usable(services, linkId(token));
  if (!found.ok) return found;
  const vouched = checkVouching(organisation, found.value.organisationId);
  if (!vouched.ok) return vouched;
  const person = await findPersonByEmail(services.engine.db, found.value.email);
  if (person !== null) return refused({ code: 'sign-in-first' });
  const named = await newPerson(services, found.value, typed);
  return named.ok ? ok(null) : named;
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
    const vouched = checkVouching(provider.organisation, invitation.organisationId);
    if (!vouched.ok) return vouched;
    return ok(insertLink(linkOf(way.linked), { userId, issuer, subject, at }));
  }
  const { email } = invitation;
  const memberships = [
    { organisation: invitation.organisationId, department: invitation.departmentId },
  ];
  const person = { name, email, memberships };
  const strong = await checkPassword(services, way.password, person);
  if (!strong.ok) return strong;
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
