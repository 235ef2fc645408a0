// A document that comes back, against the answers as they are: what it would change, criterion by
// criterion, measured from the version that was downloaded.
import {
  type Charter,
  findCriterion,
  highestRating,
  isRating,
} from '#app/domain/charter/charter.ts';
import { type Answer, givesReason } from '#app/domain/scoring/answer.ts';
import { ANSWER_LIMITS, DRAFT_CHARACTERS } from '#app/domain/limits.ts';
import { refused, ok, type Result } from '#app/domain/problem.ts';
import { type DraftField, documentText, NOT_APPLICABLE, type ReadPlace } from './draft-document.ts';

export type Said = Pick<Answer, 'claimed' | 'notApplicable' | 'narrative'>;

export const NOTHING_SAID: Said = { claimed: null, notApplicable: null, narrative: '' };

/** An answer as it is now, and as it was in the version that the document holds. */
export type Versions = {
  readonly now: Said & { readonly version: number };
  /** null where that version is not known: the document is compared with the answer as it is now. */
  readonly downloaded: Said | null;
};

export type DraftChange = {
  readonly criterion: string;
  readonly now: Said & { readonly version: number };
  readonly proposed: Said;
  /** Someone changed the answer after the document was downloaded. */
  readonly outdated: boolean;
};

export type DraftProblem = {
  readonly criterion: string;
  readonly code: 'unknown-criterion' | 'rating-unclear' | 'never-not-applicable' | 'reason-missing';
  readonly highest: number;
};

export type DraftChanges = {
  readonly changes: readonly DraftChange[];
  readonly unchanged: number;
  readonly problems: readonly DraftProblem[];
};

export type DraftTooLong =
  | { readonly code: 'draft-text-too-long'; readonly criterion: string; readonly most: number }
  | { readonly code: 'draft-too-long'; readonly most: number };

/** Whether the texts are short enough to be compared; asked before any is. */
export function checkDraftLength(
  places: readonly ReadPlace[],
  charter: Charter,
): Result<null, DraftTooLong> {
  for (const { criterion, field, text } of places) {
    const most = MOST_CHARACTERS[field];
    if (text.length <= most || findCriterion(charter, criterion) === undefined) continue;
    return refused({ code: 'draft-text-too-long', criterion, most });
  }
  const characters = places.reduce((sum, { text }) => sum + text.length, 0);
  const most = DRAFT_CHARACTERS;
  return characters > most ? refused({ code: 'draft-too-long', most }) : ok(null);
}

const MOST_CHARACTERS: Readonly<Record<DraftField, number>> = {
  rating: ANSWER_LIMITS.justificationCharacters,
  reason: ANSWER_LIMITS.justificationCharacters,
  narrative: ANSWER_LIMITS.narrativeCharacters,
};

/** What the places of a document would change; criteria that it does not name are left alone. */
export function draftChanges(
  places: readonly ReadPlace[],
  charter: Charter,
  versionsOf: (criterion: string) => Versions,
): DraftChanges {
  const criteria = [...new Set(places.map(({ criterion }) => criterion))];
  const changes: DraftChange[] = [];
  const problems: DraftProblem[] = [];
  let unchanged = 0;
  for (const criterion of criteria) {
    const own = places.filter((place) => place.criterion === criterion);
    const versions = versionsOf(criterion);
    const read = saidIn(own, charter, versions.downloaded ?? versions.now);
    if ('code' in read) {
      problems.push({ criterion, code: read.code, highest: highestRating(charter) });
    } else if (
      sameSaid(read, versions.downloaded ?? versions.now) ||
      sameSaid(read, versions.now)
    ) {
      unchanged += 1;
    } else {
      const outdated = own.some(({ version }) => version !== versions.now.version);
      changes.push({ criterion, now: versions.now, proposed: read, outdated });
    }
  }
  return { changes, unchanged, problems };
}

/** What the places say of one criterion; a place that was deleted leaves what there was. */
function saidIn(
  places: readonly ReadPlace[],
  charter: Charter,
  before: Said,
): Said | { readonly code: DraftProblem['code'] } {
  const criterion = findCriterion(charter, places[0]?.criterion ?? '');
  if (criterion === undefined) return { code: 'unknown-criterion' };
  const text = (field: DraftField) => places.find((place) => place.field === field)?.text;
  const narrative = kept(text('narrative'), before.narrative);
  const rating = text('rating')?.trim();
  if (rating === undefined) return { ...before, narrative };
  if (isNotApplicable(rating)) {
    if (criterion.notApplicable === null) return { code: 'never-not-applicable' };
    const notApplicable = kept(text('reason'), before.notApplicable ?? '');
    const isReasonDue = criterion.notApplicableReason === 'required';
    if (isReasonDue && !givesReason(notApplicable)) return { code: 'reason-missing' };
    return { claimed: null, notApplicable, narrative };
  }
  if (rating === '') return { claimed: null, notApplicable: null, narrative };
  // Its label may stand behind it; a second number, as in ‘2 or 3’ and ‘2.5’, leaves open which is meant.
  const claimed = Number(/^(\d+)\D*$/.exec(rating)?.[1]);
  return isRating(charter, claimed)
    ? { claimed, notApplicable: null, narrative }
    : { code: 'rating-unclear' };
}

/** Whether the box of a rating says that the criterion does not apply. */
export function isNotApplicable(rating: string): boolean {
  return /^\s*(?:not applicable|n\/?a)\.?\s*$/i.test(rating);
}

/** What was saved, where the document holds the same: a document cannot hold every character. */
function kept(read: string | undefined, saved: string): string {
  return read === undefined || read === documentText(saved) ? saved : read;
}

function sameSaid(first: Said, second: Said): boolean {
  return (
    first.claimed === second.claimed &&
    first.notApplicable === second.notApplicable &&
    first.narrative === second.narrative
  );
}

/** The rating as the box of a document says it. */
export function ratingInBox({ claimed, notApplicable }: Said): string {
  if (notApplicable !== null) return NOT_APPLICABLE;
  return claimed === null ? '' : String(claimed);
}
