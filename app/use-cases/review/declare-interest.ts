// A member of a panel says whether they have a conflict of interest, before they see anything; one that
// comes up later is declared when it comes up. A declared conflict shuts the review for good.
import type { Actor } from '#app/domain/policy/actor.ts';
import { REVIEW_TEXTS } from '#app/domain/limits.ts';
import { mayWrite, mustWrite } from '#app/domain/written-text.ts';
import { ok, type Result } from '#app/domain/problem.ts';
import { isAwaited } from '#app/domain/review/standing.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import {
  declareInterest as writeInterest,
  updateReview,
} from '#db/repositories/review/review-rows.ts';
import { acceptSeat } from '#db/repositories/review/seat-changes.ts';
import type { Write } from '#db/store.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';
import {
  type EnteredReview,
  enterReview,
  membersOf,
  type ReviewAccessProblem,
} from '#app/doors/enter-review.ts';
import { allSealedLetter, answerOnAccepting } from './review-letters.ts';

export type DeclareCommand = {
  readonly reviewId: string;
  readonly conflict: boolean;
  /** What the conflict is; '' where there is none. */
  readonly reason: string;
};

export type DeclareProblem =
  ReviewAccessProblem | { readonly code: 'interest-reason-wrong'; readonly most: number };

/** Whether the review is open to them from now on. */
export async function declareInterest(
  services: Services,
  actor: Actor,
  { reviewId, conflict, reason: typed }: DeclareCommand,
): Promise<Result<{ open: boolean }, DeclareProblem>> {
  const { engine, clock, newId } = services;
  const reason = (conflict ? mustWrite : mayWrite)(REVIEW_TEXTS.interest, typed);
  if (!reason.ok) return reason;
  return decideAgainOnConflict(async () => {
    const entered = await enterReview(services, actor, { id: reviewId, act: 'declare' });
    if (!entered.ok) return entered;
    const { review } = entered.value;
    const at = clock().toISOString();
    await engine.commit([
      updateReview(review, {}),
      writeInterest({
        id: newId(),
        reviewId,
        userId: actor.id,
        conflict,
        reason: conflict ? reason.value : '',
        declaredAt: at,
      }),
      ...(conflict
        ? await lettersOf(services, actor, entered.value)
        : await accepting(services, actor, { entered: entered.value, at })),
      audit({
        at,
        actor: actor.id,
        event: 'interest-declared',
        organisation: review.organisationId,
        subject: reviewId,
        details: { conflict },
      }),
    ]);
    return ok({ open: !conflict });
  });
}

/**
 * Whoever took the seat of another accepts it by declaring no conflict, while there is something to rate; the chair
 * who asked hears of it.
 */
async function accepting(
  services: Services,
  actor: Actor,
  { entered, at }: { readonly entered: EnteredReview; readonly at: string },
): Promise<readonly Write[]> {
  if (entered.phase !== 'rating') return [];
  const given = { reviewId: entered.review.id, userId: actor.id, at };
  return [...(await answerOnAccepting(services, given)), acceptSeat(given)];
}

/** To the chair, where everyone else has sealed: nobody is waited for any more. */
async function lettersOf(
  services: Services,
  actor: Actor,
  entered: EnteredReview,
): Promise<readonly Write[]> {
  const { review, department, phase } = entered;
  if (phase !== 'rating') return [];
  const members = await membersOf(services.engine.db, entered);
  const me = members.find(({ userId }) => userId === actor.id);
  if (me === undefined || !isAwaited(me.standing)) return [];
  const others = members.filter((one) => one !== me);
  return allSealedLetter(services, { reviewId: review.id, department, members: others });
}
