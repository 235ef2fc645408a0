// A rating as a form of the panel sends it: by a radio, or by statements that are ticked.
import type { RatingForm } from '#app/domain/review/rating-given.ts';
import { asMeant, type CLAIM_FIELDS, claimIn } from '#app/http/forms/parse-answer.ts';
import type { Typed } from '#app/http/forms/parse-form.ts';
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
    const radio = choice === '' ? null : Number(choice);
    return { choice: choice === 'not-applicable' ? choice : radio, typed };
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
