// Whether what somebody says about a criterion can be saved over what is saved, and what then is to be done:
// the same for the form, for what is saved while somebody types, for a document and for an earlier text.
import {
  type Charter,
  type Criterion,
  findCriterion,
  highestRating,
  isRating,
} from '#app/domain/charter/charter.ts';
import {
  isNoneTicked,
  isSameTicked,
  knownTicks,
  type Ticked,
  tickedRating,
  tickedUpTo,
} from '#app/domain/charter/ticked.ts';
import { ANSWER_LIMITS } from '#app/domain/limits.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { givesReason } from '#app/domain/scoring/answer.ts';
import { isConfirmed } from '#app/domain/scoring/confirmed.ts';
import type { Kept } from './answer-sittings.ts';
import type { Said } from './draft-changes.ts';

/** An answer as it is saved. */
export type SavedAnswer = Said & {
  /** Nothing in it = none of these yet; null = nothing was said of them. */
  readonly statements: Ticked | null;
  /** Why it is to be looked at again; null = no need. */
  readonly review: string | null;
  readonly version: number;
};

/** What somebody says, and how. */
export type GivenAnswer = Said & {
  readonly criterion: string;
  /** The version that was on the page; 0 = no answer yet. */
  readonly readVersion: number;
  /**
   * The statements that are ticked, where they were asked for: the rating follows from them. all = every one up to the
   * rating; left out = the rating is given alone.
   */
  readonly ticked?: Ticked | 'all';
  /** How it is to be kept in the history; left out = it is saved while somebody types. */
  readonly keep?: Kept;
  /** The person knows that 'not applicable' takes the rating away. */
  readonly ratingMayGo?: boolean;
};

export type AnswerRefused =
  | { readonly code: 'not-found' }
  | { readonly code: 'rating-off-scale'; readonly highest: number }
  | { readonly code: 'never-not-applicable' }
  /** 'Not applicable' without a reason, by somebody who says that it is finished. */
  | { readonly code: 'justification-missing' }
  /** 'Not applicable' would take this rating away, and nobody was asked. */
  | { readonly code: 'rating-would-go'; readonly claimed: number }
  | { readonly code: 'narrative-too-long'; readonly most: number; readonly has: number }
  | { readonly code: 'justification-too-long'; readonly most: number; readonly has: number };

/** What is claimed, and what is ticked for it. */
export type Claim = Pick<SavedAnswer, 'claimed' | 'statements'>;

export type DecidedAnswer = {
  /** Whether it is to be written; otherwise it is there already, or there is nothing to say. */
  readonly changes: boolean;
  /** The version that is there afterwards; 0 = no answer. */
  readonly version: number;
};

/** What saving the answer does, or why it is not saved. Over the word limit may be saved. */
export function decideAnswer(
  charter: Charter,
  saved: SavedAnswer | null,
  given: GivenAnswer,
): Result<DecidedAnswer, AnswerRefused> {
  const problem = scaleProblem(charter, given) ?? lengthProblem(given);
  if (problem !== null) return refused(problem);
  const said = { ...given, ...claimOf(charter, saved, given) };
  if (saved === null && saysNothing(said)) return ok({ changes: false, version: 0 });
  if (saved !== null && isSavedAlready(charter, saved, said)) {
    return ok({ changes: false, version: saved.version });
  }
  const goes = ratingThatGoes(saved, given);
  if (goes !== null) return refused({ code: 'rating-would-go', claimed: goes });
  return ok({ changes: true, version: given.readVersion + 1 });
}

/**
 * The claim that the answer is saved with. A rating that is given alone keeps what is ticked for the same rating;
 * another has nothing ticked, and is to be confirmed. Where nobody touched the ticks of a claim that is to be
 * confirmed, it stays.
 */
export function claimOf(charter: Charter, saved: SavedAnswer | null, given: GivenAnswer): Claim {
  const { claimed, notApplicable, ticked } = given;
  const criterion = findCriterion(charter, given.criterion);
  if (criterion === undefined || !charter.cumulative || notApplicable !== null) {
    return { claimed, statements: null };
  }
  if (ticked === undefined) {
    return { claimed, statements: saved?.claimed === claimed ? saved.statements : null };
  }
  if (ticked === 'all') return { claimed, statements: tickedUpTo(criterion, claimed ?? 0) };
  return tickedClaim({ charter, criterion, saved }, claimed, knownTicks(criterion, ticked));
}

type Asked = {
  readonly charter: Charter;
  readonly criterion: Criterion;
  readonly saved: SavedAnswer | null;
};

function tickedClaim(
  { charter, criterion, saved }: Asked,
  claimed: number | null,
  known: Ticked,
): Claim {
  if (claimed === 0 && isNoneTicked(known)) return { claimed, statements: known };
  const untouched = toConfirm(charter, criterion, saved);
  return untouched !== null && isSameTicked(criterion, untouched.statements ?? {}, known)
    ? untouched
    : isNoneTicked(known)
      ? { claimed: null, statements: null }
      : { claimed: tickedRating(criterion, known), statements: known };
}

/** The saved claim where it is not confirmed statement by statement; null = it is, or there is none. */
function toConfirm(
  charter: Charter,
  criterion: Criterion,
  saved: SavedAnswer | null,
): Claim | null {
  if (saved === null || isConfirmed(charter, criterion, saved)) return null;
  const { claimed, statements } = saved;
  return { claimed, statements };
}

function scaleProblem(
  charter: Charter,
  { criterion: id, claimed, notApplicable, keep }: GivenAnswer,
): AnswerRefused | null {
  const criterion = findCriterion(charter, id);
  if (criterion === undefined) return { code: 'not-found' };
  // While somebody types, the reason may come after the choice.
  const isReasonDue = keep === 'saved' && criterion.notApplicableReason === 'required';
  if (isReasonDue && notApplicable !== null && !givesReason(notApplicable)) {
    return { code: 'justification-missing' };
  }
  if (claimed !== null && !isRating(charter, claimed)) {
    return { code: 'rating-off-scale', highest: highestRating(charter) };
  }
  const never = notApplicable !== null && criterion.notApplicable === null;
  return never ? { code: 'never-not-applicable' } : null;
}

function lengthProblem({ narrative, notApplicable }: Said): AnswerRefused | null {
  const { narrativeCharacters, justificationCharacters } = ANSWER_LIMITS;
  if (narrative.length > narrativeCharacters) {
    return { code: 'narrative-too-long', most: narrativeCharacters, has: narrative.length };
  }
  const has = notApplicable?.length ?? 0;
  return has > justificationCharacters
    ? { code: 'justification-too-long', most: justificationCharacters, has }
    : null;
}

/** The saved rating that 'not applicable' would take away without anybody having been asked; null = none. */
function ratingThatGoes(
  saved: SavedAnswer | null,
  { notApplicable, ratingMayGo }: GivenAnswer,
): number | null {
  return notApplicable === null || ratingMayGo === true ? null : (saved?.claimed ?? null);
}

function saysNothing({ claimed, notApplicable, narrative }: Said): boolean {
  return claimed === null && notApplicable === null && narrative === '';
}

// An answer that is to be looked at again is saved again, though nothing in it changes.
function isSavedAlready(
  charter: Charter,
  saved: SavedAnswer,
  given: Said & Pick<GivenAnswer, 'criterion'> & Claim,
): boolean {
  const criterion = findCriterion(charter, given.criterion);
  return (
    criterion !== undefined &&
    (saved.statements === null) === (given.statements === null) &&
    isSameTicked(criterion, saved.statements ?? {}, given.statements ?? {}) &&
    saved.review === null &&
    saved.claimed === given.claimed &&
    saved.notApplicable === given.notApplicable &&
    saved.narrative === given.narrative
  );
}
