// The form of one criterion: read in the same way by its page and by the autosave.
import { z } from 'zod';
import { tickedIn } from '#app/domain/assessment/tick-field.ts';
import type { GivenAnswer } from '#app/domain/assessment/decide-answer.ts';
import { isNoneTicked } from '#app/domain/charter/ticked.ts';
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
  /** There where statements are asked for: nothing ticked is something said, then. */
  statements: z.literal('asked').optional(),
  none: z.literal('yes').optional(),
  /** The button that ticks all up to a rating. */
  upTo: z.coerce.number().int().min(0).max(99).optional(),
  version: z.coerce.number().int().min(0),
  ratingMayGo: z.literal('yes').optional(),
  intent: z.enum(['continue', 'return', 'evidence', 'stay']).optional(),
});

export type AnswerForm = Claimed & {
  readonly narrative: string;
  readonly readVersion: number;
  /** Whether 'not applicable' may take the rating away. */
  readonly ratingMayGo: boolean;
  readonly intent: 'continue' | 'return' | 'evidence' | 'stay';
};

type Claimed = Pick<GivenAnswer, 'claimed' | 'notApplicable' | 'ticked'>;

export type ReadAnswer =
  | { readonly ok: true; readonly value: AnswerForm; readonly typed: Typed }
  | { readonly ok: false; readonly errors: FieldErrors; readonly typed: Typed };

/** The answer in the form; a justification without 'not applicable' is a problem, not a loss. */
export function readAnswerForm(form: FormData): ReadAnswer {
  const parsed = parseForm(form, AnswerFields);
  if (!parsed.ok) return parsed;
  const { justification = '', narrative = '', version } = parsed.value;
  const { ratingMayGo, intent = 'stay' } = parsed.value;
  const claim = claimIn(parsed.value, form);
  if (claim === 'several') {
    return { ok: false, errors: { rating: FORM.oneOfThese }, typed: parsed.typed };
  }
  if (claim.notApplicable === null && justification.trim() !== '') {
    const errors = { justification: FORM.notChosen };
    return { ok: false, errors, typed: parsed.typed };
  }
  const value = {
    ...claim,
    narrative,
    readVersion: version,
    ratingMayGo: ratingMayGo === 'yes',
    intent,
  };
  return { ok: true, value, typed: parsed.typed };
}

type Fields = z.output<typeof AnswerFields>;

/** What is claimed: by a rating, or by statements that are ticked; several = they speak against each other. */
function claimIn(fields: Fields, form: FormData): Claimed | 'several' {
  const { rating, justification = '', statements, none, upTo } = fields;
  const isNotApplicable = rating === NOT_APPLICABLE;
  const claimed = isNotApplicable ? null : (rating ?? null);
  const notApplicable = isNotApplicable ? justification : null;
  if (statements === undefined) return { claimed, notApplicable };
  if (upTo !== undefined) return { claimed: upTo, notApplicable: null, ticked: 'all' };
  const ticked = tickedIn(form.keys());
  const said = [isNotApplicable, none !== undefined, !isNoneTicked(ticked)].filter(Boolean);
  if (said.length > 1) return 'several';
  return isNotApplicable
    ? { claimed, notApplicable }
    : { claimed: none === undefined ? null : 0, notApplicable, ticked };
}
