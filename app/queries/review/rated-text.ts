// A rating that somebody on a panel gave, in words.
import type { Charter } from '#app/domain/charter/charter.ts';
import { ratingText } from '#words/kit/wording.ts';

type Given = { readonly rating: number | null; readonly notApplicable: boolean };

/** The rating with its label, or that ‘not applicable’ is agreed; null = not given yet. */
export function ratedText(charter: Charter, { rating, notApplicable }: Given): string | null {
  if (notApplicable) return 'Not applicable, agreed';
  return rating === null ? null : ratingText(charter, rating);
}
