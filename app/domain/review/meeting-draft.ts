// The texts of a form of the meeting that are not given yet, by the names of its fields.
import { type Charter, findCriterion } from '#app/domain/charter/charter.ts';
import { mayInReview } from '#app/domain/policy/review.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Phase, Standing } from './standing.ts';

export type DraftTexts = Readonly<Record<string, string>>;

/** What the form of a criterion may leave as a draft: a note, and what is agreed. */
export const AGREE_FIELDS = [
  'text',
  'choice',
  'ticked',
  'reason',
  'commendation',
  'recommendation',
  'requirement',
] as const;

/** What a form of the meeting may leave as a draft: that, or the decision. */
const DRAFT_FIELDS = [
  ...AGREE_FIELDS,
  'outcome',
  'level',
  'due-day',
  'due-month',
  'due-year',
  'summary',
  'correction',
] as const;

/** Of these texts those that a draft holds; one that is empty is kept where it stands for something. */
export function draftOf(
  texts: unknown,
  fields: readonly (typeof DRAFT_FIELDS)[number][] = DRAFT_FIELDS,
): DraftTexts {
  if (typeof texts !== 'object' || texts === null) return {};
  const pairs = fields.flatMap((name): [string, string][] => {
    const text: unknown = Reflect.get(texts, name);
    return typeof text === 'string' ? [[name, text]] : [];
  });
  return Object.fromEntries(pairs);
}

/** Whether two drafts hold the same; a field that is not there is empty. */
function isSameDraft(one: DraftTexts, other: DraftTexts): boolean {
  return DRAFT_FIELDS.every((name) => (one[name] ?? '') === (other[name] ?? ''));
}

/** What of a form differs from what is given already: the whole form, or nothing. */
export function notGiven(typed: DraftTexts, given: DraftTexts): DraftTexts {
  return isSameDraft(typed, given) ? {} : draftOf(typed);
}

/** The place of the decision among the drafts of a review; every other one is that of a criterion. */
export const DECISION = '';

/** Who may type in a place: what they do there in the review. */
export function actIn(place: string): 'decide' | 'discuss' {
  return place === DECISION ? 'decide' : 'discuss';
}

/** Whether a place of the meeting is there: the decision, or a criterion of the charter. */
export function checkPlace(
  charter: Charter,
  place: string,
): Result<null, { readonly code: 'no-such-criterion' }> {
  return place === DECISION || findCriterion(charter, place) !== undefined
    ? ok(null)
    : refused({ code: 'no-such-criterion' });
}

/** What a form of the meeting was filled in on. */
export type DraftRead = {
  /** The version of one’s own draft; 0 = none was there. */
  readonly draft: number;
  /** The version of what is agreed; 0 = nothing was. */
  readonly agreed: number;
};

/** What stands in a place: the draft, what is agreed, and their versions. */
export type StandingTexts = {
  readonly texts: DraftTexts;
  readonly agreed: DraftTexts;
  readonly now: DraftRead;
};

/** Saved in another window, or by somebody else, meanwhile. */
export type DraftMeanwhile = {
  readonly code: 'changed-meanwhile';
  /** What is there now: the draft where there is one, else what is agreed. */
  readonly saved: DraftTexts;
  readonly now: DraftRead;
};

/** What is refused where others were faster, with both versions to send it against. */
export function draftMeanwhile({ texts, agreed, now }: StandingTexts): DraftMeanwhile {
  return { code: 'changed-meanwhile', saved: { ...agreed, ...texts }, now };
}

/** Whether a form was filled in on what stands there; what it was not read with counts as read. */
export function checkRead(
  standing: StandingTexts,
  { draft, agreed }: { readonly [Name in keyof DraftRead]?: number | undefined },
): Result<null, DraftMeanwhile> {
  const { now } = standing;
  return (draft ?? now.draft) === now.draft && (agreed ?? now.agreed) === now.agreed
    ? ok(null)
    : refused(draftMeanwhile(standing));
}

/** What is kept as the draft; null = it is kept already. */
export function decideDraft(
  standing: StandingTexts,
  { texts, read }: { readonly texts: DraftTexts; readonly read: DraftRead },
): Result<DraftTexts | null, DraftMeanwhile> {
  const left = notGiven(texts, standing.agreed);
  if (isSameDraft(standing.texts, left) && standing.now.agreed === read.agreed) return ok(null);
  const asRead = checkRead(standing, read);
  return asRead.ok ? ok(left) : asRead;
}

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
