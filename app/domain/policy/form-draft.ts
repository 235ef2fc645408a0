// Forms of an assessment that are kept while somebody types, beside answers: actions, comments, evidence. A draft is its
// writer’s alone and counts for nothing before a button gives it.
import type { AssessmentAct } from '#app/domain/policy/assessment.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';

/** What a form holds, in its order; a name may come more than once. */
export type FormTexts = readonly (readonly [name: string, text: string])[];

/** What somebody does who may type in such a form: `action:new`, `action:<id>`, `comment:<criterion>`, `evidence:<criterion>`. */
const ACTS = {
  action: 'plan-actions',
  comment: 'comment',
  evidence: 'attach-evidence',
} as const satisfies Readonly<Record<string, AssessmentAct>>;

const PLACE = /^(action|comment|evidence):[A-Za-z0-9.:-]{1,60}$/;

/** The act of a place; null = there is no such form. */
export function actAt(place: string): AssessmentAct | null {
  const kind = PLACE.exec(place)?.[1];
  return kind === 'action' || kind === 'comment' || kind === 'evidence' ? ACTS[kind] : null;
}

/** An action that is begun for a criterion, a rating, or an action of the previous plan. */
const BEGUN = /^new(\.(?<criterion>[A-Za-z0-9-]*)\.\d{0,2}\.\d{0,4})?$/;

type Known = {
  readonly criteria: ReadonlySet<string>;
  readonly actions: ReadonlySet<string>;
};

/** Whether there is such a form in the assessment: of a criterion of its charter, of an action of its plan, or of a new one. */
export function isPlace(place: string, { criteria, actions }: Known): boolean {
  const [kind = ''] = place.split(':', 1);
  const of = place.slice(kind.length + 1);
  if (kind !== 'action') return criteria.has(of);
  const begun = BEGUN.exec(of);
  if (begun === null) return actions.has(of);
  const { criterion = '' } = begun.groups ?? {};
  return criterion === '' || criteria.has(criterion);
}

/** So many of one person in one assessment: more than anybody types in at once. */
const MOST_DRAFTS = 100;

export type TooManyDrafts = { readonly code: 'too-many-form-drafts'; readonly most: number };

/** Whether one more can be kept beside so many. */
export function hasRoomForDraft(kept: number): Result<null, TooManyDrafts> {
  return kept < MOST_DRAFTS
    ? ok(null)
    : refused({ code: 'too-many-form-drafts', most: MOST_DRAFTS });
}

/** More than all texts of the largest form may have together. */
const MOST_CHARACTERS = 200_000;
/** What a form carries for the program alone; a file is no text. */
const NOT_KEPT = ['draft', 'intent', 'next'];
const NAME = /^[a-z][A-Za-z0-9-]{0,60}$/;

/** What of a form is kept: the texts of its fields. */
export function draftTexts(
  sent: FormTexts,
): Result<FormTexts, { readonly code: 'form-draft-too-long' | 'form-draft-empty' }> {
  const texts = sent.filter(([name]) => NAME.test(name) && !NOT_KEPT.includes(name));
  if (texts.length === 0) return refused({ code: 'form-draft-empty' });
  const characters = texts.reduce((sum, [, text]) => sum + text.length, 0);
  if (characters > MOST_CHARACTERS) return refused({ code: 'form-draft-too-long' });
  return ok(texts);
}

/** The texts of a kept draft; nothing where it is none. */
export function keptTexts(value: unknown): FormTexts {
  if (!Array.isArray(value)) return [];
  return value.flatMap((pair: unknown): (readonly [string, string])[] => {
    if (!Array.isArray(pair)) return [];
    const [name, text]: unknown[] = pair;
    return typeof name === 'string' && typeof text === 'string' ? [[name, text]] : [];
  });
}

/** A draft as its form begins with it; one of version 0 where there is none. */
export type FormDraft = {
  readonly assessmentId: string;
  readonly place: string;
  readonly version: number;
  /** Since when it is kept; null = there is none. ISO 8601 UTC. */
  readonly at: string | null;
  /** By name; of a name that comes more than once, the first. */
  readonly typed: Readonly<Record<string, string>>;
  /** Every text of every name. */
  readonly all: FormTexts;
};
