// Ratings that a panel gave, and how far they agree, in words.
import type { Charter } from '#app/domain/charter/charter.ts';
import { ratingText } from '#words/kit/wording.ts';

export const NOT_APPLICABLE_AGREED = 'Not applicable, agreed';

type Given = { readonly rating: number | null; readonly notApplicable: boolean };

/** The rating with its label, or that ‘not applicable’ is agreed; null = not given yet. */
export function ratedText(charter: Charter, { rating, notApplicable }: Given): string | null {
  if (notApplicable) return NOT_APPLICABLE_AGREED;
  return rating === null ? null : ratingText(charter, rating);
}
