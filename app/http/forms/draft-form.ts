// The form that accepts differences: the answers as the preview carried them, and which are ticked.
import { z } from 'zod';
import { ANSWER_LIMITS, DRAFT_CHARACTERS } from '#app/domain/limits.ts';
import type { CarriedAnswer } from '#app/queries/assessment/make-draft-document.ts';

const Carried = z.object({
  criterion: z.string().max(100),
  readVersion: z.int().min(0),
  claimed: z.int().min(0).max(99).nullable(),
  notApplicable: z.string().max(ANSWER_LIMITS.justificationCharacters).nullable(),
  narrative: z.string().max(ANSWER_LIMITS.narrativeCharacters),
});

export type AcceptedAnswers = {
  readonly all: readonly CarriedAnswer[];
  readonly ticked: readonly CarriedAnswer[];
};

/** The answers of the preview; null where the form was changed on its way. */
export function readDraftForm(form: FormData): AcceptedAnswers | null {
  const parsed = z.array(Carried).max(500).safeParse(form.getAll('carried').map(jsonIn));
  if (!parsed.success) return null;
  const texts = parsed.data.map(
    ({ narrative, notApplicable }) => narrative + (notApplicable ?? ''),
  );
  if (texts.join('').length > DRAFT_CHARACTERS) return null;
  const ticked = new Set(form.getAll('accept').map(String));
  return { all: parsed.data, ticked: parsed.data.filter(({ criterion }) => ticked.has(criterion)) };
}

function jsonIn(value: unknown): unknown {
  try {
    return typeof value === 'string' ? JSON.parse(value) : null;
  } catch {
    // Named recovery: no JSON is no preview.
    return null;
  }
}
