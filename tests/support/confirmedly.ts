// A change that asks for its confirmation, confirmed as often as it asks.
import type { Result } from '#app/domain/problem.ts';

const MOST_QUESTIONS = 2;

/** What came of it once every question was answered with yes. */
export async function confirmedly<T, P extends { readonly code: string }>(
  attempt: (confirmed: string) => Promise<Result<T, P>>,
): Promise<Result<T, P>> {
  let result = await attempt('');
  for (let asked = 0; asked < MOST_QUESTIONS; asked += 1) {
    if (result.ok || !('confirm' in result.problem)) return result;
    result = await attempt(String(result.problem.confirm));
  }
  return result;
}
