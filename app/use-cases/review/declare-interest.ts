// A member of a panel says whether they have a conflict of interest, before they see anything; one that
// comes up later is declared when it comes up. A declared conflict shuts the review for good.
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, type Result } from '#app/domain/problem.ts';
import { checkInterest, followsDeclaring } from '#app/domain/review/interest.ts';
import type { TextRule } from '#app/domain/written-text.ts';
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

export type DeclareProblem = ReviewAccessProblem | TextRule<'interest-reason-wrong'>;

/** Whether the review is open to them from now on. */
export async function declareInterest(
  services: Services,
  actor: Actor,
  { reviewId, conflict, reason: typed }: DeclareCommand,
): Promise<Result<{ open: boolean }, DeclareProblem>> {
  const { engine, clock, newId } = services;
  const reason = checkInterest({ conflict, reason: typed });
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
      ...(await following(services, actor, { entered: entered.value, conflict, at })),
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

type Declared = {
  readonly entered: EnteredReview;
  readonly conflict: boolean;
  readonly at: string;
};

/**
 * Whoever took the seat of another accepts it by declaring no conflict, and the chair who asked hears of it; where
 * everyone else has sealed, the chair hears that nobody is waited for any more.
 */
async function following(
  services: Services,
  actor: Actor,
  { entered, conflict, at }: Declared,
): Promise<readonly Write[]> {
  const { review, department, phase, me } = entered;
  const follows = followsDeclaring({ conflict, phase, standing: me.standing });
  if (follows === null) return [];
  const given = { reviewId: review.id, userId: actor.id, at };
  if (follows === 'accepts-seat') {
    return [...(await answerOnAccepting(services, given)), acceptSeat(given)];
  }
  const members = await membersOf(services.engine.db, entered);
  const others = members.filter(({ userId }) => userId !== actor.id);
  return allSealedLetter(services, { reviewId: review.id, department, members: others });
}
