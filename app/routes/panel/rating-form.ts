// The form of a rating: read in the same way by its page and while somebody types.
import { z } from 'zod';
import { parseForm } from '#app/http/forms/parse-form.ts';
import { choiceOf } from './choice.ts';

const RatingFields = z.object({
  choice: z.string().max(20).default(''),
  reason: z.string().max(100_000).default(''),
  version: z.coerce.number().int().min(0),
  next: z.string().max(40).default(''),
});

/** What was chosen and written, and the version that it was written on. */
export function readRatingForm(form: FormData) {
  const parsed = parseForm(form, RatingFields);
  if (!parsed.ok) return parsed;
  const { choice, reason, version, next } = parsed.value;
  const { typed } = parsed;
  return {
    ok: true,
    typed,
    next,
    value: { choice: choiceOf(choice), reason, readVersion: version },
  } as const;
}
