// The form of a rating: read in the same way by its page and while somebody types.
import { z } from 'zod';
import { asMeant, CLAIM_FIELDS, claimIn } from '#app/http/forms/parse-answer.ts';
import { parseForm } from '#app/http/forms/parse-form.ts';
import { FORM } from '#words/kit/form-words.ts';
import type { Choice } from '#app/domain/review/rating-given.ts';
import { choiceOf } from './choice.ts';

const RatingFields = z.object({
  ...CLAIM_FIELDS,
  choice: z.string().max(20).default(''),
  reason: z.string().max(100_000).default(''),
  version: z.coerce.number().int().min(0),
  next: z.string().max(40).default(''),
});

/** What was chosen or ticked and written, and the version that it was written on. */
export function readRatingForm(form: FormData) {
  const parsed = parseForm(form, RatingFields);
  if (!parsed.ok) return parsed;
  const { choice, reason, version, next, statements } = parsed.value;
  const said = { reason, readVersion: version };
  if (statements === undefined) {
    const value = { choice: choiceOf(choice), ...said };
    return { ok: true, typed: parsed.typed, next, value } as const;
  }
  const claim = claimIn(parsed.value, form);
  if (claim === 'several') {
    return { ok: false, errors: { rating: FORM.oneOfThese }, typed: parsed.typed } as const;
  }
  const { claimed, notApplicable, ticked, meant } = claim;
  const chosen: Choice = notApplicable === null ? claimed : 'not-applicable';
  const value = { choice: chosen, ticked, ...said };
  return { ok: true, typed: asMeant(parsed.typed, meant), next, value } as const;
}
