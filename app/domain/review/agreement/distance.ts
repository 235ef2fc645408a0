// How far two ratings are apart at each level of measurement: the squared differences of Krippendorff's
// alpha (domain.md, 7.1).
import { sumOver } from './tally.ts';

export const LEVELS_OF_MEASUREMENT = ['nominal', 'ordinal', 'interval', 'ratio'] as const;
export type LevelOfMeasurement = (typeof LEVELS_OF_MEASUREMENT)[number];

/**
 * The squared differences between the values, which rise; frequencies are how often each occurs in pairable
 * ratings (ordinal distances depend on them). null = the level makes no sense of these values: a ratio
 * needs a true zero and nothing below it.
 */
export function squaredDistances(
  level: LevelOfMeasurement,
  values: readonly number[],
  frequencies: readonly number[],
): readonly (readonly number[])[] | null {
  if (level === 'ratio' && values.some((value) => value < 0)) return null;
  const between = (c: number, k: number, at: readonly [number, number]): number => {
    switch (level) {
      case 'nominal':
        return 1;
      case 'ordinal':
        return ranksBetween(frequencies, at) ** 2;
      case 'interval':
        return (c - k) ** 2;
      case 'ratio':
        return ((c - k) / (c + k)) ** 2;
      default:
        return level satisfies never;
    }
  };
  return values.map((c, i) => values.map((k, j) => (i === j ? 0 : between(c, k, [i, j]))));
}

/** How many ratings lie between two values, half of those at either end counted. */
function ranksBetween(frequencies: readonly number[], [i, j]: readonly [number, number]): number {
  const [low, high] = [Math.min(i, j), Math.max(i, j)];
  const all = sumOver(frequencies.slice(low, high + 1), (n) => n);
  return all - ((frequencies[low] ?? 0) + (frequencies[high] ?? 0)) / 2;
}
