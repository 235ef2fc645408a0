// Gwet's AC1 and AC2: agreement beyond chance that stays meaningful where nearly all ratings are the same
// (domain.md, 7.3). Formulas and standard error as in the R package irrCAC (gwet.ac1.raw).
import type { Agreement } from './agreement.ts';
import { withUncertainty } from './linearised.ts';
import { distinct, sumOver, tallies, type Tally } from './tally.ts';

export const AC2_WEIGHTS = ['linear', 'quadratic', 'ordinal'] as const;
export type GwetWeights = 'identity' | (typeof AC2_WEIGHTS)[number];

type Scale = {
  /** The whole scale, not only what was used. */
  readonly categories: readonly number[];
  readonly weights: GwetWeights;
};

/**
 * AC1 (identity weights) or AC2 over all units, each the ratings that it got, in any order. A unit with one
 * rating counts for the chance of agreement only. null = not calculable: nothing to pair, or a scale of
 * fewer than two categories.
 */
export function gwetAgreement(
  units: readonly (readonly number[])[],
  { categories, weights }: Scale,
): Agreement | null {
  const scale = distinct(categories);
  const rated = tallies(units, scale).filter(({ total }) => total > 0);
  const pairable = rated.filter(({ total }) => total >= 2);
  const q = scale.length;
  if (pairable.length === 0 || q < 2) return null;
  const matrix = weightMatrix(scale, weights);
  const allWeights = matrix.flat().reduce((sum, w) => sum + w, 0);
  const shares = scale.map((_, k) =>
    meanOver(rated, ({ counts, total }) => (counts[k] ?? 0) / total),
  );
  const perShare = allWeights / (q * (q - 1));
  const chance = perShare * sumOver(shares, (share) => share * (1 - share));
  const observed = meanOver(pairable, (unit) => agreementWithin(unit, matrix));
  const value = (observed - chance) / (1 - chance);

  const contributions = rated.map((unit) => {
    const { counts, total } = unit;
    const beyond = total < 2 ? 0 : (agreementWithin(unit, matrix) - chance) / (1 - chance);
    const chanceHere = (perShare * sumOver(counts, (n, k) => n * (1 - (shares[k] ?? 0)))) / total;
    const scaled = (rated.length / pairable.length) * beyond;
    return scaled - (2 * (1 - value) * (chanceHere - chance)) / (1 - chance);
  });
  return withUncertainty({ value, contributions, rated: rated.length, units: pairable.length });
}

/** The weighted share of pairs of ratings of the unit that agree. */
function agreementWithin({ total, counts }: Tally, matrix: readonly (readonly number[])[]): number {
  const pairs = sumOver(counts, (n, k) => {
    const alike = sumOver(counts, (m, l) => m * (matrix[k]?.[l] ?? 0));
    return n * (alike - 1);
  });
  return pairs / (total * (total - 1));
}

/** How far two categories of the scale agree: 1 = wholly, 0 = not at all. */
function weightMatrix(scale: readonly number[], weights: GwetWeights) {
  const width = (scale.at(-1) ?? 0) - (scale[0] ?? 0);
  const pairsOf = (size: number) => (size * (size - 1)) / 2;
  const between = (a: number, b: number, places: number): number => {
    switch (weights) {
      case 'identity':
        return 0;
      case 'linear':
        return 1 - Math.abs(a - b) / width;
      case 'quadratic':
        return 1 - ((a - b) / width) ** 2;
      case 'ordinal':
        return 1 - pairsOf(places + 1) / pairsOf(scale.length);
      default:
        return weights satisfies never;
    }
  };
  return scale.map((a, i) => scale.map((b, j) => (i === j ? 1 : between(a, b, Math.abs(i - j)))));
}

function meanOver<T>(list: readonly T[], f: (item: T) => number): number {
  return list.reduce((sum, item) => sum + f(item), 0) / list.length;
}
