// Krippendorff's alpha: 1 - observed disagreement / expected disagreement (domain.md, 7.1). Its standard
// error is that of Gwet's linearisation (irrCAC, krippen.alpha.raw); ordinal distances count as fixed there.
import type { Agreement } from './agreement.ts';
import { type LevelOfMeasurement, squaredDistances } from './distance.ts';
import { withUncertainty } from './linearised.ts';
import { distinct, sumOver, tallies, type Tally } from './tally.ts';

type Units = readonly (readonly number[])[];

/** Pairable ratings, what is expected of them by chance, and the distances between their values. */
type Pairable = {
  readonly units: readonly Tally[];
  readonly ratings: number;
  readonly frequencies: readonly number[];
  readonly distances: readonly (readonly number[])[];
  readonly expected: number;
};

/**
 * Alpha over all units, each the ratings that it got, in any order. Units with fewer than two ratings are
 * dropped. null = not calculable: nothing to pair, all ratings the same, or a ratio of negative values.
 * With a single unit the definition gives 0 whatever the ratings, and no interval.
 */
export function krippendorffAlpha(units: Units, level: LevelOfMeasurement): Agreement | null {
  const pairable = pairableOf(units, level);
  if (pairable === null) return null;
  const observed = pairable.units.reduce(
    (sum, unit) =>
      sum + (unit.total * disagreementWithin(unit, pairable.distances)) / pairable.ratings,
    0,
  );
  const value = 1 - observed / pairable.expected;
  const contributions = linearised(pairable);
  // irrCAC's published intervals come out with every rated unit counted, pairable or not.
  const rated = units.filter(({ length }) => length > 0).length;
  return withUncertainty({ value, contributions, rated, units: pairable.units.length });
}

/**
 * For each unit 1 - the disagreement within it / the disagreement expected over all units; null where it is
 * not calculable. Alpha of a single unit alone says nothing: its expected disagreement would be its own, and
 * the result 0 whatever the ratings. Measured against the chance of the whole it can be compared between
 * units, and alpha is its mean, weighted by the ratings of each unit.
 */
export function alphaByUnit(units: Units, level: LevelOfMeasurement): readonly (number | null)[] {
  const pairable = pairableOf(units, level);
  if (pairable === null) return units.map(() => null);
  const { distances, expected } = pairable;
  const within = pairable.units.map((unit) => 1 - disagreementWithin(unit, distances) / expected);
  const rest = within.values();
  return units.map(({ length }) => (length < 2 ? null : (rest.next().value ?? null)));
}

function pairableOf(all: Units, level: LevelOfMeasurement): Pairable | null {
  const ratings = all.filter(({ length }) => length >= 2);
  const values = distinct(ratings.flat());
  if (values.length < 2) return null;
  const units = tallies(ratings, values);
  const frequencies = values.map((_, k) => units.reduce((sum, u) => sum + (u.counts[k] ?? 0), 0));
  const distances = squaredDistances(level, values, frequencies);
  if (distances === null) return null;
  const n = sumOver(frequencies, (count) => count);
  const expected = spread(frequencies, distances) / (n * (n - 1));
  return { units, ratings: n, frequencies, distances, expected };
}

/** The mean distance between two ratings of the unit. */
function disagreementWithin({ total, counts }: Tally, distances: Pairable['distances']): number {
  return spread(counts, distances) / (total * (total - 1));
}

/** The distances between all ordered pairs of so many ratings of each value, summed. */
function spread(counts: readonly number[], distances: Pairable['distances']): number {
  return sumOver(counts, (a, c) => a * sumOver(counts, (b, k) => b * (distances[c]?.[k] ?? 0)));
}

/**
 * What each unit contributes, after Gwet, with agreement weights 1 - distance / widest. Their mean is alpha
 * without its correction for few ratings, as in irrCAC.
 */
function linearised({ units, ratings, frequencies, distances }: Pairable): readonly number[] {
  const widest = Math.max(...distances.flat());
  const weight = (c: number, k: number) => 1 - (distances[c]?.[k] ?? 0) / widest;
  const mean = ratings / units.length;
  const shares = frequencies.map((count) => count / ratings);
  const typical = shares.map((_, c) => sumOver(shares, (share, k) => share * weight(c, k)));
  const chance = sumOver(shares, (share, c) => share * (typical[c] ?? 0));
  const agreeing = units.map(({ total, counts }) => {
    const pairs = total * (total - 1) - spread(counts, distances) / widest;
    return pairs / (mean * (total - 1));
  });
  const observed = sumOver(agreeing, (x) => x) / units.length;
  const value = (observed - chance) / (1 - chance);
  return units.map(({ total, counts }, i) => {
    // A unit with more ratings than the mean counts for more, in both terms alike.
    const surplus = (total - mean) / mean;
    const here = (agreeing[i] ?? 0) - observed * surplus;
    const chanceHere =
      sumOver(counts, (count, c) => count * (typical[c] ?? 0)) / mean - chance * surplus;
    return (here - chance - 2 * (1 - value) * (chanceHere - chance)) / (1 - chance);
  });
}
