// A reviewer rates one criterion with a reason, saved as they go. Nobody else reads it before it is sealed
// and the discussion is open.
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import {
  checkRating,
  type GivenRating,
  isSameRating,
  type Lacks,
  lacks,
  type RatingForm,
  type RatingProblem,
} from '#app/domain/review/rating-given.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import { listRatingsBy, type RatingRow, saveRating } from '#db/repositories/review/rating-rows.ts';
import { Conflict } from '#db/store.ts';
import { enterReview, type ReviewAccessProblem } from '#app/doors/enter-review.ts';

export type RateCommand = RatingForm & {
  readonly reviewId: string;
  /** The version that the form was filled in on; 0 = nothing was there. */
  readonly readVersion: number;
};

export type RateProblem =
  | ReviewAccessProblem
  | RatingProblem
  /** The same person saved it in another window meanwhile. */
  | RatedMeanwhile;

export type RatedMeanwhile = {
  readonly code: 'rated-meanwhile';
  readonly saved: GivenRating;
  readonly version: number;
};

/** A rating that is kept; one that lacks something is not counted as rated. */
export type Rated = {
  readonly criterion: string;
  readonly version: number;
  readonly lacks: Lacks;
};

/** The rating, kept as far as it goes; or why not. What is kept already is not written again. */
export async function rateCriterion(
  services: Services,
  actor: Actor,
  command: RateCommand,
): Promise<Result<Rated, RateProblem>> {
  const { engine, clock, newId } = services;
  const { reviewId, criterion, readVersion } = command;
  const entered = await enterReview(services, actor, { id: reviewId, act: 'rate' });
  if (!entered.ok) return entered;
  const { charter, submitted, review } = entered.value;
  const checked = checkRating(charter, submitted.answerSet, command);
  if (!checked.ok) return checked;
  const kept = (await savedRating(services, actor, command)) ?? NOTHING;
  const rated = { criterion, lacks: lacks(checked.value) };
  if (isSameRating(kept, checked.value)) return ok({ ...rated, version: kept.version });
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
    return ok({ ...rated, version: readVersion + 1 });
  } catch (error) {
    // Named recovery: sealed in another window in between (a trigger refuses), or not the one that was read.
    const again = await enterReview(services, actor, { id: reviewId, act: 'rate' });
    if (!again.ok) return again;
    if (!(error instanceof Conflict)) throw error;
    const now = (await savedRating(services, actor, command)) ?? NOTHING;
    const { rating, statements, notApplicable, reason, version } = now;
    const saved = { rating, statements, notApplicable, reason };
    return refused({ code: 'rated-meanwhile', saved, version });
  }
}

const NOTHING = { rating: null, statements: null, notApplicable: false, reason: '', version: 0 };

async function savedRating(
  { engine }: Pick<Services, 'engine'>,
  { id: userId }: Actor,
  { reviewId, criterion }: RateCommand,
): Promise<RatingRow | undefined> {
  const rows = await listRatingsBy(engine.db, { reviewId, userId });
  return rows.find((one) => one.criterion === criterion);
}
