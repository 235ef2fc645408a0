// A rating as a form sends it.
import type { Choice } from '#app/domain/review/rating-given.ts';

/** The choice behind the value of a radio; null = nothing is chosen. */
export function choiceOf(text: string): Choice {
  if (text === 'not-applicable') return text;
  return text === '' ? null : Number(text);
}
