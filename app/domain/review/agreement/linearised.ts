// Standard error and interval of a coefficient from its linearised value in each unit: Gwet's method, as the
// R package irrCAC computes it (domain.md, 7.3), with Student's t.
import type { Agreement } from './agreement.ts';
import { t95 } from './student-t.ts';

type Linearised = {
  readonly value: number;
  /** What each unit contributes. */
  readonly contributions: readonly number[];
  /** Units with a rating at all: one more than the degrees of freedom. */
  readonly rated: number;
  /** Units with two ratings or more. */
  readonly units: number;
};

/** The coefficient with its uncertainty; none from a single unit. */
export function withUncertainty({ value, contributions, rated, units }: Linearised): Agreement {
  const n = contributions.length;
  if (n < 2) return { value, standardError: null, interval: null, units };
  const mean = contributions.reduce((sum, x) => sum + x, 0) / n;
  const squares = contributions.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  const standardError = Math.sqrt(squares / (n * (n - 1)));
  const margin = standardError * t95(rated - 1);
  const interval = { low: value - margin, high: Math.min(1, value + margin) };
  return { value, standardError, interval, units };
}
