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
