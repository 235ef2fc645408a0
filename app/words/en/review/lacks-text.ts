// What a rating that is saved still needs, in words.
import type { Lacks } from '#app/domain/review/rating-given.ts';

/** A sentence without its full stop; '' where nothing is missing. */
export function lacksText(lacks: Lacks): string {
  switch (lacks) {
    case null:
      return '';
    case 'rating':
      return 'A rating is still needed';
    case 'reason':
      return 'A reason is still needed';
    case 'both':
      return 'A rating and a reason are still needed';
    default:
      return lacks satisfies never;
  }
}
