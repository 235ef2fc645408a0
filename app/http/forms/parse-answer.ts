// The form of one criterion: read in the same way by its page and by the autosave.
import { z } from 'zod';
import {
  isBox,
  meantBy,
  type SaidByBoxes,
  saidByBox,
  tickedIn,
  tickFields,
} from '#app/domain/assessment/tick-field.ts';
import type { Ticked } from '#app/domain/charter/ticked.ts';
import type { GivenAnswer } from '#app/domain/assessment/decide-answer.ts';
import { ANSWER_LIMITS } from '#app/domain/limits.ts';
import { type FieldErrors, parseForm, type Typed } from './parse-form.ts';
import { FORM } from '#words/kit/form-words.ts';

/** The value of the radio 'not applicable'. */
const NOT_APPLICABLE = 'not-applicable';

/** The fields in which a rating is claimed, or statements are ticked for it. */
export const CLAIM_FIELDS = {
  rating: z.union([z.literal(NOT_APPLICABLE), z.coerce.number().int().min(0).max(99)]).optional(),
  /** There where statements are asked for: nothing ticked is something said, then. */
  statements: z.literal('asked').optional(),
  none: z.literal('yes').optional(),
  /** The boxes that were ticked on the page as it came. */
  cameTicked: z.string().optional(),
  /** The button that ticks all up to a rating. */
  upTo: z.coerce.number().int().min(0).max(99).optional(),
};

const AnswerFields = z.object({
  ...CLAIM_FIELDS,
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
  const typed = asMeant(parsed.typed, claim.meant);
  if (claim.notApplicable === null && justification.trim() !== '') {
    return { ok: false, errors: { justification: FORM.notChosen }, typed };
  }
  const { meant: _, ...claimed } = claim;
  const value = {
    ...claimed,
    narrative,
    readVersion: version,
    ratingMayGo: ratingMayGo === 'yes',
    intent,
  };
  return { ok: true, value, typed };
}

type Fields = Pick<z.output<typeof AnswerFields>, keyof typeof CLAIM_FIELDS | 'justification'>;

/** What is claimed, and by which boxes; null = by none of them. */
type ClaimMeant = Claimed & { readonly meant: SaidByBoxes | null };

/** What is claimed: by a rating, or by statements that are ticked; several = they speak against each other. */
export function claimIn(fields: Fields, form: FormData): ClaimMeant | 'several' {
  const { rating, justification = '', statements, upTo } = fields;
  const isNotApplicable = rating === NOT_APPLICABLE;
  const claimed = isNotApplicable ? null : (rating ?? null);
  const notApplicable = isNotApplicable ? justification : null;
  if (statements === undefined) return { claimed, notApplicable, meant: null };
  if (upTo !== undefined) {
    return { claimed: upTo, notApplicable: null, ticked: 'all', meant: 'ticks' };
  }
  return claimByBoxes(fields, tickedIn(form.keys()));
}

function claimByBoxes(fields: Fields, ticked: Ticked): ClaimMeant | 'several' {
  const { rating, justification = '', none, cameTicked = '' } = fields;
  const alone = [
    ...(none === undefined ? [] : ['none']),
    ...(rating === NOT_APPLICABLE ? ['rating'] : []),
  ];
  const meant = meantBy([...tickFields(ticked), ...alone], cameTicked.split(' '));
  switch (meant) {
    case 'several':
      return meant;
    case 'not-applicable':
      return { claimed: null, notApplicable: justification, meant };
    case 'none':
      return { claimed: 0, notApplicable: null, ticked: {}, meant };
    default:
      return { claimed: null, notApplicable: null, ticked, meant };
  }
}

/** What was typed, with no box that another took the place of: so the form comes back. */
export function asMeant(typed: Typed, meant: SaidByBoxes | null): Typed {
  return meant === null
    ? typed
    : Object.fromEntries(
        Object.entries(typed).filter(([field]) => !isBox(field) || saidByBox(field) === meant),
      );
}
