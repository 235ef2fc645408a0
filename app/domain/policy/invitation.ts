// Who may invite whom. An administrator invites to any organisation; a lead to their own department, and
// never a sponsor, who signs for what the lead wrote. Unknown means no.
import { type Actor, isAdministrator, ORGANISATION_ROLES, type Role } from './actor.ts';
import { mayWithAssessment } from './assessment.ts';

/** What a lead may invite to. */
export const LEAD_INVITES = [
  'contributor',
  'organisation-viewer',
  'assessment-lead',
] as const satisfies readonly Role[];

export type InvitationPlace = {
  readonly role: Role;
  readonly organisation: string;
  /** null = the whole organisation. */
  readonly department: string | null;
};

/** Whether the actor may invite to this role at this place, and take such an invitation back. */
export function mayInvite(
  actor: Actor,
  { role, organisation, department }: InvitationPlace,
): boolean {
  const known: readonly Role[] = ORGANISATION_ROLES;
  if (!known.includes(role)) return false;
  if (isAdministrator(actor)) return true;
  const offered: readonly Role[] = LEAD_INVITES;
  return (
    department !== null &&
    offered.includes(role) &&
    mayWithAssessment(actor, 'invite', { organisation, department })
  );
}
