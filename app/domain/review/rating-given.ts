// What a reviewer gives a criterion: a rating on the charter's scale with the reason for it, or agreement
// that it does not apply where the department says so.
import { type Answer, givesReason } from '#app/domain/scoring/answer.ts';
import {
  type Charter,
  findCriterion,
  highestRating,
  isRating,
} from '#app/domain/charter/charter.ts';
import { tidy } from '#app/domain/field-problem.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';

const RATING_REASON_CHARACTERS = 4000;

/** As chosen in the form: a rating, 'not-applicable', or nothing yet. */
export type Choice = number | 'not-applicable' | null;

export type GivenRating = {
  readonly rating: number | null;
  readonly notApplicable: boolean;
  readonly reason: string;
};

export type RatingProblem =
  | { readonly code: 'no-such-criterion' }
  | { readonly code: 'off-the-scale'; readonly highest: number }
  | { readonly code: 'no-such-choice' }
  | { readonly code: 'reason-too-long'; readonly has: number; readonly most: number };

/** The rating as it is kept; a reason may come before the rating, and the other way round. */
export function checkRating(
  charter: Charter,
  answer: Answer | undefined,
  given: { readonly criterion: string; readonly choice: Choice; readonly reason: string },
): Result<GivenRating, RatingProblem> {
  if (findCriterion(charter, given.criterion) === undefined) {
    return refused({ code: 'no-such-criterion' });
  }
  const { choice } = given;
  if (typeof choice === 'number' && !isRating(charter, choice)) {
    return refused({ code: 'off-the-scale', highest: highestRating(charter) });
  }
  const notApplicable = choice === 'not-applicable';
  if (notApplicable && answer?.notApplicable == null) return refused({ code: 'no-such-choice' });
  const reason = tidy(given.reason);
  if (reason.length > RATING_REASON_CHARACTERS) {
    return refused({ code: 'reason-too-long', has: reason.length, most: RATING_REASON_CHARACTERS });
  }
  return ok({ rating: typeof choice === 'number' ? choice : null, notApplicable, reason });
}

/** Whether somebody gives again what is kept. */
export function isSameRating(kept: GivenRating, given: GivenRating): boolean {
  return (
    kept.rating === given.rating &&
    kept.notApplicable === given.notApplicable &&
    kept.reason === given.reason
  );
}

/** What a rating still lacks. */
export type Lacks = 'rating' | 'reason' | 'both' | null;

/** What has to be added before it can be sealed or agreed; null = nothing. */
export function lacks({ rating, notApplicable, reason }: GivenRating): Lacks {
  const rated = rating !== null || notApplicable;
  if (!givesReason(reason)) return rated ? 'reason' : 'both';
  return rated ? null : 'rating';
}

/** Whether a rating is given with its reason, so that it can be sealed or agreed. */
export function isComplete(given: GivenRating): boolean {
  return lacks(given) === null;
}
