// Withdraws an invitation, or sends it again: as a new one with a new link; the old link does nothing any
// more.
import { lettersGoOut } from '#app/domain/letters/goes-out.ts';
import { type Actor, ORGANISATION_ROLES } from '#app/domain/policy/actor.ts';
import { mayInvite, mayWithdrawInvitation } from '#app/domain/policy/invitation.ts';
import { checkPending } from '#app/domain/policy/invitation-state.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { isEmptyOrganisation } from '#db/repositories/people/places.ts';
import { audit } from '#db/repositories/audit.ts';
import { loadInvitation, revokeInvitationRow } from '#db/repositories/people/invitation-rows.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';
import {
  floodOf,
  isInvitedAlready,
  type InviteCommand,
  type InviteProblem,
  invitationWrites,
} from './invite-person.ts';

export type ChangeInvitationProblem =
  | InviteProblem
  /** It was accepted or withdrawn already. */
  | { readonly code: 'invitation-over' };

/** Withdraws it; twice is once. */
export async function revokeInvitation(
  services: Services,
  actor: Actor,
  { invitation: id }: { readonly invitation: string },
): Promise<Result<{ id: string }, ChangeInvitationProblem>> {
  return decideAgainOnConflict(async () => {
    const found = await openInvitation(services, actor, id);
    if (!found.ok) return found;
    const at = services.clock().toISOString();
    await services.engine.commit([
      revokeInvitationRow(id, at),
      audit({
        at,
        actor: actor.id,
        event: 'invitation-revoked',
        organisation: found.value.membership.organisation,
        subject: id,
      }),
    ]);
    return ok({ id });
  });
}

/** The id of the new invitation. */
export async function sendInvitationAgain(
  services: Services,
  actor: Actor,
  { invitation: id }: { readonly invitation: string },
): Promise<Result<{ id: string }, ChangeInvitationProblem>> {
  return decideAgainOnConflict(() => sendAgain(services, actor, id));
}

async function sendAgain(
  services: Services,
  actor: Actor,
  id: string,
): Promise<Result<{ id: string }, ChangeInvitationProblem>> {
  const found = await openInvitation(services, actor, id);
  if (!found.ok) return found;
  const { email, membership } = found.value;
  const { engine, clock } = services;
  const place = { ...membership, at: clock().toISOString(), except: id };
  const empty = await isEmptyOrganisation(engine.db, place);
  if (!mayInvite(actor, membership, { empty })) return refused({ code: 'not-found' });
  if (!lettersGoOut(services.config)) return refused({ code: 'no-mail' });
  if (await isInvitedAlready(services, { email, membership }, id)) {
    return refused({ code: 'invited-already' });
  }
  const flood = await floodOf(services, { actor, email });
  if (!flood.ok) return flood;
  const at = services.clock().toISOString();
  const { id: next, writes } = invitationWrites(services, actor, found.value);
  await services.engine.commit([
    revokeInvitationRow(id, at),
    ...writes,
    audit({
      at,
      actor: actor.id,
      event: 'invitation-sent-again',
      organisation: found.value.membership.organisation,
      subject: next,
      details: { before: id },
    }),
  ]);
  return ok({ id: next });
}

/** An invitation that this person may change; to everyone else there is none. */
async function openInvitation(
  { engine }: Services,
  actor: Actor,
  id: string,
): Promise<Result<InviteCommand & { readonly placeName: string }, ChangeInvitationProblem>> {
  const found = await loadInvitation(engine.db, id);
  const role = ORGANISATION_ROLES.find((known) => known === found?.invitation.role);
  if (found === null || role === undefined) return refused({ code: 'not-found' });
  const { invitation, organisation, department } = found;
  const membership = {
    role,
    organisation: invitation.organisationId,
    department: invitation.departmentId,
  };
  if (!mayWithdrawInvitation(actor, membership)) return refused({ code: 'not-found' });
  const pending = checkPending(invitation);
  if (!pending.ok) return pending;
  const placeName = department === null ? organisation : `${department}, ${organisation}`;
  return ok({ email: invitation.email, membership, placeName });
}
