// How long decisions took, and how many of them kept the promise.
import type { Promised } from './promise.ts';

export type Turnaround = {
  readonly submitted: number;
  readonly decided: number;
  /** Days from submission to decision; null = nothing is decided yet. */
  readonly median: number | null;
  readonly longest: number | null;
  /** Decided after the promised day. */
  readonly missed: number;
  /** Not decided, and past the promised day. */
  readonly late: number;
};

/** What came of these submissions; withdrawn ones are to be left out. */
export function turnaroundOf(promises: readonly Promised[]): Turnaround {
  const decided = promises.filter(({ kind }) => kind === 'kept' || kind === 'missed');
  const days = decided.map((one) => one.days).toSorted((one, other) => one - other);
  return {
    submitted: promises.length,
    decided: decided.length,
    median: medianOf(days),
    longest: days.at(-1) ?? null,
    missed: promises.filter(({ kind }) => kind === 'missed').length,
    late: promises.filter(({ kind }) => kind === 'late').length,
  };
}

/** The middle of sorted numbers, or halfway between the two in the middle. */
function medianOf(sorted: readonly number[]): number | null {
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  const upper = sorted[Math.floor(sorted.length / 2)];
  return lower === undefined || upper === undefined ? null : (lower + upper) / 2;
}
