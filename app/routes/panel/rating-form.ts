// The form of a rating: read in the same way by its page and while somebody types.
import { z } from 'zod';
import { CLAIM_FIELDS } from '#app/http/forms/parse-answer.ts';
import { parseForm } from '#app/http/forms/parse-form.ts';
import { FORM } from '#words/kit/form-words.ts';
import { choiceIn } from './choice.ts';

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
  const { reason, version, next, upTo } = parsed.value;
  const chosen = choiceIn(parsed.value, { form, typed: parsed.typed });
  if (chosen === 'several') {
    return { ok: false, errors: { rating: FORM.oneOfThese }, typed: parsed.typed } as const;
  }
  const { typed, ...choice } = chosen;
  const value = { ...choice, reason, readVersion: version };
  /** Whether only statements were ticked by a button, which leads nowhere else. */
  const stays = upTo !== undefined;
  return { ok: true, typed, next, stays, value } as const;
}
