// What a pool answered, where a test needs that it was done.
import type { Result } from '#app/domain/problem.ts';

/** The value; throws where it was refused. */
export function worked<T>(result: Result<T, { readonly code: string }>): T {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}
