// When the trail is cut: where anything in it is from before the instant that was asked for.
import { ok, refused, type Result } from '#app/domain/problem.ts';

export type CutProblem = { readonly code: 'nothing-to-cut' };

/** How many events are cut off. */
export function checkCut(events: number): Result<number, CutProblem> {
  return events === 0 ? refused({ code: 'nothing-to-cut' }) : ok(events);
}
