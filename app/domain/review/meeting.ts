// The meeting of a panel: when it opens, what is noted in it and what is agreed.
import { type Charter, findCriterion } from '#app/domain/charter/charter.ts';
import { REVIEW_TEXTS } from '#app/domain/limits.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { AnswerSet } from '#app/domain/scoring/answer.ts';
import { mayWrite, mustWrite, type TextRule } from '#app/domain/written-text.ts';
import type { Consensus } from './decision.ts';
import {
  checkRating,
  type Lacks,
  lacks,
  type RatingForm,
  type RatingProblem,
} from './rating-given.ts';
import { isAwaited, type Standing } from './standing.ts';

export type NotOpened =
  | { readonly code: 'too-few-sealed'; readonly needs: number }
  /** Someone who rates has not sealed, and their time is not over; who it is, a chair is not told. */
  | { readonly code: 'still-rating'; readonly until: string | null };

type Gathered = {
  readonly standings: readonly Standing[];
  /** How many have sealed and decide. */
  readonly has: number;
  readonly ratingsDueAt: string | null;
  /** ISO 8601 UTC. */
  readonly now: string;
};

/** Whether the discussion can be opened: all have sealed or their time is over, and there is a quorum. */
export function checkOpening(
  { awarding: { quorum: needs } }: Pick<Charter, 'awarding'>,
  { standings, has, ratingsDueAt, now }: Gathered,
): Result<null, NotOpened> {
  const over = ratingsDueAt !== null && ratingsDueAt <= now;
  if (standings.some(isAwaited) && !over) {
    return refused({ code: 'still-rating', until: ratingsDueAt });
  }
  return has < needs ? refused({ code: 'too-few-sealed', needs }) : ok(null);
}

export type NotNoted = { readonly code: 'no-such-criterion' } | TextRule<'note-wrong'>;

/** The text of a note as it is kept. */
export function checkNote(
  charter: Charter,
  { criterion, text }: { readonly criterion: string; readonly text: string },
): Result<string, NotNoted> {
  return findCriterion(charter, criterion) === undefined
    ? refused({ code: 'no-such-criterion' })
    : mustWrite(REVIEW_TEXTS.note, text);
}

/** What the chair writes down for one criterion. */
export type GivenAgreement = Pick<
  Consensus,
  'criterion' | 'reason' | 'commendation' | 'recommendation' | 'requirement'
> &
  Pick<RatingForm, 'choice' | 'ticked'>;

export type Agreed = Omit<Consensus, 'criterion'>;

export type NotAgreed =
  | RatingProblem
  | { readonly code: 'not-complete'; readonly lacks: NonNullable<Lacks> }
  | TextRule<'feedback-too-long'>;

/** What is agreed, as it is kept: a whole rating, and feedback where there is any. */
export function checkAgreement(
  charter: Charter,
  said: Pick<AnswerSet, 'answers' | 'facts'>,
  given: GivenAgreement,
): Result<Agreed, NotAgreed> {
  const checked = checkRating(charter, said, given);
  if (!checked.ok) return checked;
  const missing = lacks(checked.value);
  if (missing !== null) return refused({ code: 'not-complete', lacks: missing });
  const feedback = feedbackIn(given);
  if (!feedback.ok) return feedback;
  const { rating, statements, reason } = checked.value;
  return ok({ rating, statements, reason, ...feedback.value });
}

function feedbackIn(given: GivenAgreement) {
  const commendation = mayWrite(REVIEW_TEXTS.feedback, given.commendation);
  if (!commendation.ok) return commendation;
  const recommendation = mayWrite(REVIEW_TEXTS.feedback, given.recommendation);
  if (!recommendation.ok) return recommendation;
  const requirement = mayWrite(REVIEW_TEXTS.feedback, given.requirement);
  if (!requirement.ok) return requirement;
  return ok({
    commendation: commendation.value,
    recommendation: recommendation.value,
    requirement: requirement.value,
  });
}
