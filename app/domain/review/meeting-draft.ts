// The texts of a form of the meeting that are not given yet, by the names of its fields.
import { mayInReview } from '#app/domain/policy/review.ts';
import type { Phase, Standing } from './standing.ts';

export type DraftTexts = Readonly<Record<string, string>>;

/** What a form of the meeting may leave as a draft: a note, what is agreed, the decision. */
const DRAFT_FIELDS = [
  'text',
  'choice',
  'reason',
  'commendation',
  'recommendation',
  'requirement',
  'outcome',
  'level',
  'due-day',
  'due-month',
  'due-year',
  'summary',
  'correction',
] as const;

/** Of these texts those that a draft holds; one that is empty is kept where it stands for something. */
export function draftOf(texts: unknown): DraftTexts {
  if (typeof texts !== 'object' || texts === null) return {};
  const pairs = DRAFT_FIELDS.flatMap((name): [string, string][] => {
    const text: unknown = Reflect.get(texts, name);
    return typeof text === 'string' ? [[name, text]] : [];
  });
  return Object.fromEntries(pairs);
}

/** Whether two drafts hold the same; a field that is not there is empty. */
export function isSameDraft(one: DraftTexts, other: DraftTexts): boolean {
  return DRAFT_FIELDS.every((name) => (one[name] ?? '') === (other[name] ?? ''));
}

/** What of a form differs from what is given already: the whole form, or nothing. */
export function notGiven(typed: DraftTexts, given: DraftTexts): DraftTexts {
  return isSameDraft(typed, given) ? {} : draftOf(typed);
}

/** The place of the decision among the drafts of a review; every other one is that of a criterion. */
export const DECISION = '';

/** What a form of the meeting was filled in on. */
export type DraftRead = {
  /** The version of one’s own draft; 0 = none was there. */
  readonly draft: number;
  /** The version of what is agreed; 0 = nothing was. */
  readonly agreed: number;
};

export type OwnPlace = {
  readonly reviewId: string;
  readonly userId: string;
  readonly place: string;
  /** Whether they write down what is agreed. */
  readonly agrees: boolean;
};

type Entered = {
  readonly review: { readonly id: string };
  readonly me: { readonly standing: Standing };
  readonly phase: Phase;
};

/** Where somebody who has entered a review types. */
export function ownPlace(
  { review, me, phase }: Entered,
  { id: userId }: { readonly id: string },
  place: string,
): OwnPlace {
  const agrees = place !== DECISION && mayInReview(me.standing, phase, 'agree');
  return { reviewId: review.id, userId, place, agrees };
}
