// The chair asks for a member to be replaced whose ratings may not have come: once the date for ratings has
// passed, and for anyone by name, since a chair is not told who has sealed.
import { addressOf } from '#app/addresses.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, type Result } from '#app/domain/problem.ts';
import { checkAskingToGo, type NotAskedToGo } from '#app/domain/review/seat-change.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import { type ReviewRow, updateReview } from '#db/repositories/review/review-rows.ts';
import {
  askLater,
  insertSeatChange,
  listSeatChanges,
  type SeatChangeRow,
} from '#db/repositories/review/seat-changes.ts';
import type { Write } from '#db/store.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';
import {
  enterReview,
  knownMembers,
  membersOf,
  type ReviewAccessProblem,
  type ReviewMember,
} from '#app/doors/enter-review.ts';
import { lettersTo, otherAdministrators } from '#app/use-cases/people/tell-keepers.ts';
import { replacementAsked } from '#words/review/panel-letters.ts';

export type AskReplacementCommand = {
  readonly reviewId: string;
  /** The member to be replaced. */
  readonly userId: string;
  readonly reason: string;
};

export type AskReplacementProblem = ReviewAccessProblem | NotAskedToGo;

/** The request; the administrators hear of it. */
export async function askReplacement(
  services: Services,
  actor: Actor,
  command: AskReplacementCommand,
): Promise<Result<{ id: string }, AskReplacementProblem>> {
  const { engine, clock } = services;
  const { reviewId, userId } = command;
  return decideAgainOnConflict(async () => {
    const entered = await enterReview(services, actor, { id: reviewId, act: 'ask-replacement' });
    if (!entered.ok) return entered;
    const { review, phase } = entered.value;
    const at = clock().toISOString();
    const asked = checkAskingToGo({
      by: actor.id,
      userId,
      reason: command.reason,
      members: knownMembers(await membersOf(engine.db, entered.value), phase),
      changes: await listSeatChanges(engine.db, reviewId),
      ratingsDueAt: review.ratingsDueAt,
      now: at,
    });
    if (!asked.ok) return asked;
    const { member, before, reason } = asked.value;
    const request = { askedBy: actor.id, askedAt: at, askedReason: reason };
    await engine.commit([
      updateReview(review, {}),
      requestWrite(services, { member, before, reviewId, request }),
      ...(await lettersOf(services, { actor, review, name: member.name, reason })),
      audit({
        at,
        actor: actor.id,
        event: 'replacement-asked',
        organisation: review.organisationId,
        subject: reviewId,
        details: { person: userId },
      }),
    ]);
    return ok({ id: reviewId });
  });
}

type Request = {
  readonly member: ReviewMember;
  readonly before: SeatChangeRow | null;
  readonly reviewId: string;
  readonly request: Pick<SeatChangeRow, 'askedBy' | 'askedAt' | 'askedReason'>;
};

function requestWrite({ newId }: Services, { member, before, reviewId, request }: Request): Write {
  if (before !== null) return askLater(before.id, request);
  const { userId, seat } = member;
  const open = { statistics: false, reason: '' };
  return insertSeatChange({ id: newId(), reviewId, memberId: userId, seat, ...request, ...open });
}

type Told = {
  readonly actor: Actor;
  readonly review: Pick<ReviewRow, 'id' | 'panelId'>;
  readonly name: string;
  readonly reason: string;
};

/** To every administrator: one of them decides, who sees what the chair does not. */
async function lettersOf(
  services: Services,
  { actor, review, name, reason }: Told,
): Promise<readonly Write[]> {
  const { config, newId } = services;
  return lettersTo(services, await otherAdministrators(services, actor.id), {
    key: `replacement asked ${newId()}`,
    ...replacementAsked({
      by: actor.name,
      name,
      reason,
      url: `${config.origin}${addressOf('/admin/panels/:panel/reviews/:review', { panel: review.panelId, review: review.id })}`,
    }),
  });
}
