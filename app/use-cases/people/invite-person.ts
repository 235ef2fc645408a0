// Invites an address to a role of an organisation. The link in the letter works once, for that address only, for 14 days; its
// token is made as the letter is sent. Limits keep anyone from flooding others with letters (SEC-82). Where
// the role answers for the organisation, all who do so already have a letter, too.
import { addressOf, addressWithToken } from '#app/addresses.ts';
import { lettersGoOut } from '#app/domain/letters/goes-out.ts';
import { letterOf } from '#words/letters/letter.ts';
import {
  type Actor,
  holdsOneOf,
  KEEPING_ROLES,
  type Membership,
} from '#app/domain/policy/actor.ts';
import {
  checkFlood,
  INVITATION_LIMITS,
  type InvitationFlood,
} from '#app/domain/policy/invitation-state.ts';
import { holds, type RoleHeld } from '#app/domain/policy/role-given.ts';
import { roleText } from '#words/people/role-text.ts';
import { mayInvite } from '#app/domain/policy/invitation.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { findPersonByEmail } from '#db/repositories/accounts/sign-in-rows.ts';
import { isEmptyOrganisation, loadOrganisation } from '#db/repositories/people/places.ts';
import { audit } from '#db/repositories/audit.ts';
import {
  atMostInvitations,
  countInvitations,
  insertInvitation,
  listOpenInvitations,
  onlyOpenInvitation,
} from '#db/repositories/people/invitation-rows.ts';
import { queueLetter } from '#db/repositories/letters/outbox-rows.ts';
import { loadMemberships } from '#db/repositories/people/roles.ts';
import type { Write } from '#db/store.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';
import type { NoMail } from '#app/use-cases/accounts/mail-password-link.ts';
import { canonicalEmail } from '#app/use-cases/accounts/sign-in.ts';
import { invitationTold, invitationWords } from '#words/people/role-letters.ts';
import { keepersOf, lettersTo } from './tell-keepers.ts';

const DAY = 24 * 60 * 60_000;
const INVITATION_DAYS = 14;

export type InviteCommand = {
  readonly email: string;
  readonly membership: Membership & { readonly organisation: string };
};

export type InviteProblem =
  | { readonly code: 'not-found' }
  | { readonly code: 'not-allowed' }
  | NoMail
  | RoleHeld
  /** There is an open invitation to the same. */
  | { readonly code: 'invited-already' }
  | InvitationFlood;

/** The id of the invitation, or why nobody was invited. */
export async function invitePerson(
  services: Services,
  actor: Actor,
  command: InviteCommand,
): Promise<Result<{ id: string }, InviteProblem>> {
  return decideAgainOnConflict(() => invite(services, actor, command));
}

async function invite(
  services: Services,
  actor: Actor,
  command: InviteCommand,
): Promise<Result<{ id: string }, InviteProblem>> {
  const { engine, clock } = services;
  const { membership } = command;
  const empty = await isEmptyOrganisation(engine.db, { ...membership, at: clock().toISOString() });
  if (!mayInvite(actor, membership, { empty })) return refused({ code: 'not-allowed' });
  if (!lettersGoOut(services.config)) return refused({ code: 'no-mail' });
  const place = await placeOf(services, membership);
  if (place === null) return refused({ code: 'not-found' });
  const email = canonicalEmail(command.email);
  const now = clock();
  if (await holdsAlready(services, email, membership)) return refused({ code: 'role-held' });
  if (await isInvitedAlready(services, { email, membership })) {
    return refused({ code: 'invited-already' });
  }
  const flood = await floodOf(services, { actor, email });
  if (!flood.ok) return flood;
  const { id, writes } = invitationWrites(services, actor, { email, membership, ...place });
  const invited = { id, email, membership, ...place };
  await engine.commit([
    ...writes,
    ...(await keepersTold(services, actor, invited)),
    audit({
      at: now.toISOString(),
      actor: actor.id,
      event: 'person-invited',
      organisation: membership.organisation,
      subject: id,
      details: { role: membership.role, department: membership.department },
    }),
  ]);
  return ok({ id });
}

/** Letters to those who answer for the organisation, where somebody is to do so beside them. */
async function keepersTold(
  services: Services,
  actor: Pick<Actor, 'id' | 'name'>,
  { id, email, membership, placeName }: NewInvitation & { readonly id: string },
): Promise<readonly Write[]> {
  if (!holdsOneOf({ memberships: [membership] }, KEEPING_ROLES)) return [];
  const keepers = await keepersOf(services, membership.organisation);
  const role = roleText(membership.role);
  const others = keepers.filter((keeper) => keeper.id !== actor.id && keeper.email !== email);
  return lettersTo(services, others, {
    key: `role-invited ${id}`,
    ...invitationTold({
      by: actor.name,
      email,
      role,
      place: placeName,
      url: `${services.config.origin}${addressOf('/organisations/:organisation/people', { organisation: membership.organisation })}`,
    }),
  });
}

/** Whether the address has an open invitation to the same, other than this one. */
export async function isInvitedAlready(
  { engine, clock }: Pick<Services, 'engine' | 'clock'>,
  { email, membership: { organisation, department, role } }: InviteCommand,
  other: string | null = null,
): Promise<boolean> {
  const open = await listOpenInvitations(engine.db, organisation, clock().toISOString());
  return open.some(
    ({ invitation: one }) =>
      one.id !== other &&
      one.email === email &&
      one.role === role &&
      one.departmentId === department,
  );
}

/** Whether a further letter goes out to this address, and from this person, today. */
export async function floodOf(
  { engine, clock }: Pick<Services, 'engine' | 'clock'>,
  { actor, email }: { readonly actor: Actor; readonly email: string },
): Promise<Result<null, InvitationFlood>> {
  const since = new Date(clock().getTime() - DAY).toISOString();
  return checkFlood({
    sent: await countInvitations(engine.db, { by: actor.id, since }),
    got: await countInvitations(engine.db, { to: email, since }),
  });
}

async function placeOf(
  { engine }: Pick<Services, 'engine'>,
  { organisation, department }: InviteCommand['membership'],
) {
  const found = await loadOrganisation(engine.db, organisation);
  if (found === null) return null;
  if (department === null) return { placeName: found.organisation.name };
  const inside = found.departments.find(({ id }) => id === department);
  return inside === undefined ? null : { placeName: `${inside.name}, ${found.organisation.name}` };
}

async function holdsAlready(
  { engine }: Pick<Services, 'engine'>,
  email: string,
  membership: Membership,
): Promise<boolean> {
  const person = await findPersonByEmail(engine.db, email);
  if (person === null) return false;
  const held = await loadMemberships(engine.db, person.id);
  return holds(held, membership);
}

type NewInvitation = InviteCommand & { readonly placeName: string };

/** A new invitation with its letter. */
export function invitationWrites(
  { config, clock, newId }: Pick<Services, 'config' | 'clock' | 'newId'>,
  actor: Pick<Actor, 'id' | 'name'>,
  { email, membership, placeName }: NewInvitation,
): { readonly id: string; readonly writes: readonly Write[] } {
  const id = newId();
  const now = clock();
  const at = now.toISOString();
  const since = new Date(now.getTime() - DAY).toISOString();
  const letter = letterOf({
    key: `invitation ${id}`,
    recipient: email,
    ...invitationWords({
      by: actor.name,
      role: roleText(membership.role),
      place: placeName,
      days: INVITATION_DAYS,
      url: `${config.origin}${addressWithToken('/invitations/:token')}`,
    }),
    tokenOf: `invitation ${id}`,
  });
  return {
    id,
    writes: [
      insertInvitation({
        id,
        email,
        organisationId: membership.organisation,
        departmentId: membership.department,
        role: membership.role,
        createdAt: at,
        createdBy: actor.id,
        expiresAt: new Date(now.getTime() + INVITATION_DAYS * DAY).toISOString(),
      }),
      queueLetter(newId(), letter, at),
      // Limits hold however many are sent at once.
      atMostInvitations(id, { by: actor.id, since }, INVITATION_LIMITS.bySender),
      atMostInvitations(id, { to: email, since }, INVITATION_LIMITS.byAddress),
      onlyOpenInvitation({ id, createdAt: at }),
    ],
  };
}
