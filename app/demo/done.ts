// The end of every step of the demo: its value, or an error that stops the demo with the reason.
import type { Result } from '#app/domain/problem.ts';

/** The value of a decision; the demo stops where one was refused. */
export function done<T, P extends { readonly code: string }>(result: Result<T, P>): T {
  if (result.ok) return result.value;
  throw new Error(`the demo could not be made: ${JSON.stringify(result.problem)}`);
}
