// Whether what somebody says about a criterion can be saved over what is saved, and what then is to be done:
// the same for the form, for what is saved while somebody types, for a document and for an earlier text.
import {
  type Charter,
  findCriterion,
  highestRating,
  isRating,
} from '#app/domain/charter/charter.ts';
import { ANSWER_LIMITS } from '#app/domain/limits.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { givesReason } from '#app/domain/scoring/answer.ts';
import type { Kept } from './answer-sittings.ts';
import type { Said } from './draft-changes.ts';

/** An answer as it is saved. */
export type SavedAnswer = Said & {
  /** Why it is to be looked at again; null = no need. */
  readonly review: string | null;
  readonly version: number;
};

/** What somebody says, and how. */
export type GivenAnswer = Said & {
  readonly criterion: string;
  /** The version that was on the page; 0 = no answer yet. */
  readonly readVersion: number;
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
  if (saved === null && saysNothing(given)) return ok({ changes: false, version: 0 });
  if (saved !== null && isSavedAlready(saved, given)) {
    return ok({ changes: false, version: saved.version });
  }
  const goes = ratingThatGoes(saved, given);
  if (goes !== null) return refused({ code: 'rating-would-go', claimed: goes });
  return ok({ changes: true, version: given.readVersion + 1 });
}

function scaleProblem(
  charter: Charter,
  { criterion: id, claimed, notApplicable, keep }: GivenAnswer,
): AnswerRefused | null {
  const criterion = findCriterion(charter, id);
  if (criterion === undefined) return { code: 'not-found' };
  // While somebody types, the reason may come after the choice.
  if (keep === 'saved' && notApplicable !== null && !givesReason(notApplicable)) {
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
function isSavedAlready(saved: SavedAnswer, given: Said): boolean {
  return (
    saved.review === null &&
    saved.claimed === given.claimed &&
    saved.notApplicable === given.notApplicable &&
    saved.narrative === given.narrative
  );
}
