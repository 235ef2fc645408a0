// The form of one criterion: read in the same way by its page and by the autosave.
import { z } from 'zod';
import { ANSWER_LIMITS } from '#app/domain/limits.ts';
import { type FieldErrors, parseForm, type Typed } from './parse-form.ts';
import { FORM } from '#words/kit/form-words.ts';

/** The value of the radio 'not applicable'. */
const NOT_APPLICABLE = 'not-applicable';

const AnswerFields = z.object({
  rating: z.union([z.literal(NOT_APPLICABLE), z.coerce.number().int().min(0).max(99)]).optional(),
  justification: z
    .string()
    .max(ANSWER_LIMITS.justificationCharacters, {
      error: FORM.shorterJustification(ANSWER_LIMITS.justificationCharacters),
    })
    .optional(),
  narrative: z
    .string()
    .max(ANSWER_LIMITS.narrativeCharacters, {
      error: FORM.shorterNarrative(ANSWER_LIMITS.narrativeCharacters),
    })
    .optional(),
  version: z.coerce.number().int().min(0),
  ratingMayGo: z.literal('yes').optional(),
  intent: z.enum(['continue', 'return', 'evidence', 'stay']).optional(),
});

export type AnswerForm = {
  readonly claimed: number | null;
  readonly notApplicable: string | null;
  readonly narrative: string;
  readonly readVersion: number;
  /** Whether 'not applicable' may take the rating away. */
  readonly ratingMayGo: boolean;
  readonly intent: 'continue' | 'return' | 'evidence' | 'stay';
};

export type ReadAnswer =
  | { readonly ok: true; readonly value: AnswerForm; readonly typed: Typed }
  | { readonly ok: false; readonly errors: FieldErrors; readonly typed: Typed };

/** The answer in the form; a justification without 'not applicable' is a problem, not a loss. */
export function readAnswerForm(form: FormData): ReadAnswer {
  const parsed = parseForm(form, AnswerFields);
  if (!parsed.ok) return parsed;
  const { rating, justification = '', narrative = '', version } = parsed.value;
  const { ratingMayGo, intent = 'stay' } = parsed.value;
  const chosen = rating === NOT_APPLICABLE;
  if (!chosen && justification.trim() !== '') {
    const errors = { justification: FORM.notChosen };
    return { ok: false, errors, typed: parsed.typed };
  }
  const value = {
    claimed: chosen ? null : (rating ?? null),
    notApplicable: chosen ? justification : null,
    narrative,
    readVersion: version,
    ratingMayGo: ratingMayGo === 'yes',
    intent,
  };
  return { ok: true, value, typed: parsed.typed };
}
