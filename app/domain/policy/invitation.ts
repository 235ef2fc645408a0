// Who may invite whom. A lead gives roles at their own place, the department or the whole organisation; a
// sponsor names leads and deputies there. An administrator invites the first lead of an organisation in
// which there is nobody yet, and nobody else: whoever gives roles would read drafts. Unknown means no.
import {
  type Actor,
  KEEPING_ROLES,
  ORGANISATION_ROLES,
  type OrganisationRole,
  type Role,
} from './actor.ts';
import { mayAdminister } from './administration.ts';

/** To which roles whoever holds this one invites. */
export const INVITES: Partial<Readonly<Record<Role, readonly OrganisationRole[]>>> = {
  'assessment-lead': ORGANISATION_ROLES,
  'executive-sponsor': ['assessment-lead', 'deputy-sponsor'],
};

export type InvitationPlace = {
  readonly role: Role;
  readonly organisation: string;
  /** null = the whole organisation. */
  readonly department: string | null;
};

/** Whether the actor may invite to this role at this place; `empty` = nobody is at the organisation yet. */
export function mayInvite(
  actor: Actor,
  place: InvitationPlace,
  { empty }: { readonly empty: boolean } = { empty: false },
): boolean {
  if (mayAdminister(actor, 'invite-first-lead')) return empty && place.role === 'assessment-lead';
  return invitable(actor, place).some((role) => role === place.role);
}

/** The roles to which the actor, who does not administer, may invite at a place. */
export function invitable(
  actor: Actor,
  { organisation, department }: Omit<InvitationPlace, 'role'>,
): readonly OrganisationRole[] {
  const given = actor.memberships
    .filter((held) => held.organisation === organisation)
    .filter((held) => held.department === null || held.department === department)
    .flatMap(({ role }) => INVITES[role] ?? []);
  return ORGANISATION_ROLES.filter((role) => given.includes(role));
}

/** Whether the actor may take such an invitation back: who may give it may, and administrators always. */
export function mayWithdrawInvitation(actor: Actor, place: InvitationPlace): boolean {
  return mayAdminister(actor, 'take-back-invitations') || mayInvite(actor, place);
}

/** Whether the actor answers for an organisation, or for a department of it. */
export function keeps({ memberships }: Pick<Actor, 'memberships'>, organisation: string): boolean {
  return memberships.some(
    (held) =>
      held.organisation === organisation && KEEPING_ROLES.some((role) => role === held.role),
  );
}
