// An invitation that nobody has accepted yet, as it is shown.
import { type Actor, ORGANISATION_ROLES } from '#app/domain/policy/actor.ts';
import { roleText } from '#words/people/role-text.ts';
import { mayInvite, mayWithdrawInvitation } from '#app/domain/policy/invitation.ts';
import type { listOpenInvitations } from '#db/repositories/people/invitation-rows.ts';

type Invitation = Awaited<ReturnType<typeof listOpenInvitations>>[number]['invitation'];

/** An open invitation as those see it who may invite. */
export function shownInvitation(
  actor: Actor,
  invitation: Invitation,
  given: { readonly empty: boolean } = { empty: false },
) {
  const role = ORGANISATION_ROLES.find((known) => known === invitation.role);
  const { organisationId: organisation, departmentId: department } = invitation;
  return {
    id: invitation.id,
    email: invitation.email,
    role: roleText(invitation.role),
    expiresAt: invitation.expiresAt,
    maySendAgain: role !== undefined && mayInvite(actor, { role, organisation, department }, given),
    mayWithdraw:
      role !== undefined && mayWithdrawInvitation(actor, { role, organisation, department }),
  };
}

export type ShownInvitation = ReturnType<typeof shownInvitation>;
