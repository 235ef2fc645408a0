// A reviewer rates one criterion with a reason, saved as they go. Nobody else reads it before it is sealed
// and the discussion is open.
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { checkRating, type Choice, type RatingProblem } from '#app/domain/review/rating.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import { listRatingsBy, saveRating } from '#db/repositories/ratings.ts';
import { Conflict } from '#db/store.ts';
import { enterReview, type ReviewAccessProblem } from './enter-review.ts';

export type RateCommand = {
  readonly reviewId: string;
  readonly criterion: string;
  readonly choice: Choice;
  readonly reason: string;
  /** The version that the form was filled in on; 0 = nothing was there. */
  readonly readVersion: number;
};

export type RateProblem =
  | ReviewAccessProblem
  | RatingProblem
  /** The same person saved it in another window meanwhile. */
  | { readonly code: 'rated-meanwhile'; readonly reason: string; readonly version: number };

/** The criterion, saved; or why not. */
export async function rateCriterion(
  services: Services,
  actor: Actor,
  command: RateCommand,
): Promise<Result<{ criterion: string }, RateProblem>> {
  const { engine, clock, newId } = services;
  const { reviewId, criterion, readVersion } = command;
  const entered = await enterReview(services, actor, { id: reviewId, act: 'rate' });
  if (!entered.ok) return entered;
  const { charter, submitted, review } = entered.value;
  const checked = checkRating(charter, submitted.answerSet.answers.get(criterion), command);
  if (!checked.ok) return checked;
  const at = clock().toISOString();
  const row = {
    id: newId(),
    reviewId,
    userId: actor.id,
    criterion,
    ...checked.value,
    updatedAt: at,
  };
  try {
    await engine.commit([
      saveRating(row, readVersion),
      audit({
        at,
        actor: actor.id,
        event: 'criterion-rated',
        organisation: review.organisationId,
        subject: reviewId,
        details: { criterion },
      }),
    ]);
    return ok({ criterion });
  } catch (error) {
    // Named recovery: the rating is no longer the one that was read.
    if (!(error instanceof Conflict)) throw error;
    const rows = await listRatingsBy(engine.db, { reviewId, userId: actor.id });
    const saved = rows.find((one) => one.criterion === criterion);
    return refused({
      code: 'rated-meanwhile',
      reason: saved?.reason ?? '',
      version: saved?.version ?? 0,
    });
  }
}
