// What the pages of a review do where it cannot be read or changed: not theirs is not there, and whoever
// has to declare interests first, or comes in another phase, goes to the review's own page.
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import type { Result } from '#app/domain/problem.ts';
import { altered, notAllowed, notFound } from '#app/http/door/require.ts';
import type { ReviewAccessProblem } from '#app/doors/enter-review.ts';

/** The value, or the answer that a page gives instead. */
export function reviewed<T>(result: Result<T, ReviewAccessProblem>, review: string): T {
  if (result.ok) return result.value;
  throw elsewhere(result.problem, review);
}

function elsewhere({ code }: ReviewAccessProblem, review: string) {
  switch (code) {
    case 'not-found':
      return notFound();
    case 'not-allowed':
      return notAllowed();
    case 'altered':
      return altered();
    case 'declare-first':
    case 'wrong-phase':
      return redirect(addressOf('/reviews/:review', { review }));
    default:
      return code satisfies never;
  }
}
