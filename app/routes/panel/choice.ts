// A rating as a form of the panel sends it: by a radio, or by statements that are ticked.
import type { RatingForm } from '#app/domain/review/rating-given.ts';
import { asMeant, type CLAIM_FIELDS, claimIn } from '#app/http/forms/parse-answer.ts';
import type { FieldErrors, Typed } from '#app/http/forms/parse-form.ts';
import type { z } from 'zod';

type Fields = z.output<z.ZodObject<typeof CLAIM_FIELDS>> & {
  /** Of the radio; '' = nothing is chosen. */
  readonly choice: string;
};

type Sent = { readonly form: FormData; readonly typed: Typed };

type Chosen = Pick<RatingForm, 'choice' | 'ticked'> & {
  /** What was typed, with no box that another took the place of. */
  readonly typed: Typed;
};

/** What was chosen or ticked; several = boxes speak against each other. */
export function choiceIn(fields: Fields, { form, typed }: Sent): Chosen | 'several' {
  const { choice, statements } = fields;
  if (statements === undefined) {
    if (choice === 'not-applicable') return { choice, typed };
    // Anything else that is no number of the form’s own is on no scale.
    const radio = /^\d{1,2}$/.test(choice) ? Number(choice) : Number.NaN;
    return { choice: choice === '' ? null : radio, typed };
  }
  const claim = claimIn(fields, form);
  if (claim === 'several') return claim;
  const { claimed, notApplicable, ticked, meant } = claim;
  return {
    choice: notApplicable === null ? claimed : 'not-applicable',
    ticked,
    typed: asMeant(typed, meant),
  };
}

/** A problem of what is chosen stands at the boxes, where a form has some. */
export function atChoice(errors: FieldErrors, { statements }: Typed): FieldErrors {
  const { choice, ...others } = errors;
  return statements === undefined || choice === undefined ? errors : { rating: choice, ...others };
}
