// What a reviewer gives a criterion: a rating on the charter's scale with the reason for it, or agreement
// that it does not apply where the department says so.
import { type AnswerSet, givesReason } from '#app/domain/scoring/answer.ts';
import { factsAgainst } from '#app/domain/scoring/applying.ts';
import {
  isNoneTicked,
  knownTicks,
  type Ticked,
  tickedRating,
  tickedUpTo,
} from '#app/domain/charter/ticked.ts';
import {
  type Charter,
  type Criterion,
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
  /** What is ticked for it, where the charter asks for statements one by one; {} = none of them; null = it was given alone. */
  readonly statements: Ticked | null;
  readonly notApplicable: boolean;
  readonly reason: string;
};

export type RatingProblem =
  | { readonly code: 'no-such-criterion' }
  /** A fact rules it out: nobody rates it. */
  | { readonly code: 'ruled-out' }
  | { readonly code: 'off-the-scale'; readonly highest: number }
  | { readonly code: 'no-such-choice' }
  | { readonly code: 'reason-too-long'; readonly has: number; readonly most: number };

export type RatingForm = {
  readonly criterion: string;
  readonly choice: Choice;
  /** What is ticked, where statements were asked for; all = every one up to the choice. */
  readonly ticked?: Ticked | 'all' | undefined;
  readonly reason: string;
};

/** The rating as it is kept; a reason may come before the rating, and the other way round. */
export function checkRating(
  charter: Charter,
  { answers, facts }: Pick<AnswerSet, 'answers' | 'facts'>,
  given: RatingForm,
): Result<GivenRating, RatingProblem> {
  const criterion = findCriterion(charter, given.criterion);
  if (criterion === undefined) return refused({ code: 'no-such-criterion' });
  if (factsAgainst(criterion, facts) !== null) return refused({ code: 'ruled-out' });
  const { choice } = given;
  if (typeof choice === 'number' && !isRating(charter, choice)) {
    return refused({ code: 'off-the-scale', highest: highestRating(charter) });
  }
  const notApplicable = choice === 'not-applicable';
  if (notApplicable && answers.get(criterion.id)?.notApplicable == null) {
    return refused({ code: 'no-such-choice' });
  }
  const reason = tidy(given.reason);
  if (reason.length > RATING_REASON_CHARACTERS) {
    return refused({ code: 'reason-too-long', has: reason.length, most: RATING_REASON_CHARACTERS });
  }
  return ok({ ...ratingOf(charter, criterion, given), notApplicable, reason });
}

/** The rating that follows from ticks by the rule of scoring.md, Statements; without any, the one that was chosen. */
function ratingOf(
  { cumulative }: Charter,
  criterion: Criterion,
  { choice, ticked }: RatingForm,
): Pick<GivenRating, 'rating' | 'statements'> {
  const chosen = typeof choice === 'number' ? choice : null;
  if (!cumulative || ticked === undefined) return { rating: chosen, statements: null };
  const known =
    ticked === 'all' ? tickedUpTo(criterion, chosen ?? 0) : knownTicks(criterion, ticked);
  // ‘None of these yet’ is chosen, too; with nothing chosen at all there is no rating.
  if (isNoneTicked(known)) return { rating: chosen, statements: chosen === 0 ? {} : null };
  return { rating: tickedRating(criterion, known), statements: known };
}

/** Whether somebody gives again what is kept. */
export function isSameRating(kept: GivenRating, given: GivenRating): boolean {
  return (
    kept.rating === given.rating &&
    kept.notApplicable === given.notApplicable &&
    JSON.stringify(kept.statements) === JSON.stringify(given.statements) &&
    kept.reason === given.reason
  );
}

type WithoutTicks = Omit<GivenRating, 'statements'>;

/** What a rating still lacks. */
export type Lacks = 'rating' | 'reason' | 'both' | null;

/** What has to be added before it can be sealed or agreed; null = nothing. */
export function lacks({ rating, notApplicable, reason }: WithoutTicks): Lacks {
  const rated = rating !== null || notApplicable;
  if (!givesReason(reason)) return rated ? 'reason' : 'both';
  return rated ? null : 'rating';
}

/** Whether a rating is given with its reason, so that it can be sealed or agreed. */
export function isComplete(given: WithoutTicks): boolean {
  return lacks(given) === null;
}
