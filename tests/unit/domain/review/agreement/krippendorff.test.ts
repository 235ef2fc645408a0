import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alphaByUnit, krippendorffAlpha } from '#app/domain/review/agreement/krippendorff.ts';
import { TWELVE_UNITS, TWO_ABSTRACTORS } from '#tests/support/rating-examples.ts';

type Units = readonly (readonly number[])[];
type Level = Parameters<typeof krippendorffAlpha>[1];
const LEVELS: readonly Level[] = ['nominal', 'ordinal', 'interval', 'ratio'];

const anyUnits = fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 5 }), {
  maxLength: 12,
});
const anyLevel = fc.constantFrom(...LEVELS);

function expectSame(a: Units, b: Units, level: Level, other: Level = level): void {
  const [one, two] = [krippendorffAlpha(a, level), krippendorffAlpha(b, other)];
  expect(two === null).toBe(one === null);
  if (one === null || two === null) return;
  expect(two.value).toBeCloseTo(one.value, 9);
  expect(two.standardError ?? -1).toBeCloseTo(one.standardError ?? -1, 9);
  expect(two.units).toBe(one.units);
}

describe("Krippendorff's alpha", () => {
  // domain.md, 7.2: published to three or four places, here to six.
  test.each([
    ['nominal', 0.743421],
    ['ordinal', 0.815388],
    ['interval', 0.849107],
    ['ratio', 0.797403],
  ] as const)('of twelve units, %s: %f', (level, value) => {
    expect(krippendorffAlpha(TWELVE_UNITS, level)?.value).toBeCloseTo(value, 6);
  });

  test('nominal alpha of twelve units has the published standard error and interval', () => {
    const found = krippendorffAlpha(TWELVE_UNITS, 'nominal');
    expect(found?.standardError).toBeCloseTo(0.14548, 5);
    expect(found?.interval?.low).toBeCloseTo(0.423, 3);
    expect(found?.interval?.high).toBe(1);
    expect(found?.units).toBe(11);
  });

  test('nominal alpha of two abstractors', () => {
    expect(krippendorffAlpha(TWO_ABSTRACTORS, 'nominal')?.value).toBeCloseTo(0.7972585, 7);
  });

  test('a single rating may move or change, or its unit come and go', () => {
    fc.assert(
      fc.property(anyUnits, anyLevel, fc.nat({ max: 9 }), (units, level, rating) => {
        expectSame(units, [[rating], ...units], level);
        expectSame([...units, [rating]], [[9 - rating], ...units], level);
      }),
    );
  });

  test('the order of units and of ratings changes nothing', () => {
    fc.assert(
      fc.property(anyUnits, anyLevel, (units, level) => {
        expectSame(units, units.map((ratings) => ratings.toReversed()).toReversed(), level);
      }),
    );
  });

  test('it is 1 less the observed over the expected disagreement, pair by pair', () => {
    fc.assert(
      fc.property(anyUnits, anyLevel, (units, level) => {
        const byHand = alphaByPairs(units, level);
        const found = krippendorffAlpha(units, level);
        if (byHand === null) expect(found).toBeNull();
        else expect(found?.value).toBeCloseTo(byHand, 9);
      }),
      { numRuns: 500 },
    );
  });

  test('other names for the categories change nothing at the nominal level', () => {
    const names = [3, 100, 0, 7, 1];
    fc.assert(
      fc.property(anyUnits, (units) => {
        const renamed = units.map((ratings) => ratings.map((rating) => names[rating] ?? 0));
        expectSame(units, renamed, 'nominal');
      }),
    );
  });

  test('stretching a scale in order changes nothing at the ordinal level', () => {
    fc.assert(
      fc.property(anyUnits, (units) => {
        const stretched = units.map((ratings) => ratings.map((rating) => rating ** 3 - 20));
        expectSame(units, stretched, 'ordinal');
      }),
    );
  });

  test('adding the same to all ratings changes nothing at the interval level', () => {
    fc.assert(
      fc.property(anyUnits, fc.integer({ min: -50, max: 50 }), (units, more) => {
        const moved = units.map((ratings) => ratings.map((rating) => rating + more));
        expectSame(units, moved, 'interval');
      }),
    );
  });

  test('another unit of measurement changes nothing at the ratio level', () => {
    fc.assert(
      fc.property(anyUnits, fc.integer({ min: 1, max: 50 }), (units, times) => {
        const scaled = units.map((ratings) => ratings.map((rating) => rating * times));
        expectSame(units, scaled, 'ratio');
      }),
    );
  });

  test.each(LEVELS)('full agreement on ratings that vary is 1, %s', (level) => {
    const units = [
      [0, 0],
      [3, 3, 3],
      [4, 4],
    ];
    expect(krippendorffAlpha(units, level)).toMatchObject({ value: 1, units: 3 });
  });

  test.each<[string, Units]>([
    ['no unit', []],
    ['units without ratings', [[], []]],
    ['one rater', [[1], [2], [3]]],
    [
      'all ratings the same',
      [
        [2, 2],
        [2, 2, 2],
      ],
    ],
    ['all pairable ratings the same', [[2, 2], [4]]],
  ])('%s is not calculable', (_what, units) => {
    for (const level of LEVELS) {
      expect(krippendorffAlpha(units, level)).toBeNull();
      expect(alphaByUnit(units, level)).toEqual(units.map(() => null));
    }
  });

  test('a ratio of ratings below zero is not calculable', () => {
    const units = [
      [-1, 1],
      [2, 2],
    ];
    expect(krippendorffAlpha(units, 'ratio')).toBeNull();
    expect(krippendorffAlpha(units, 'interval')).not.toBeNull();
  });

  test('a single unit gives 0 by its definition, and no interval', () => {
    expect(krippendorffAlpha([[1, 3, 4]], 'interval')).toEqual({
      value: 0,
      standardError: null,
      interval: null,
      units: 1,
    });
  });
});

describe('alpha taken apart by unit', () => {
  test('full agreement within a unit is 1, and a unit with one rating has none', () => {
    const parts = alphaByUnit(TWELVE_UNITS, 'nominal');
    expect(parts[2]).toBe(1);
    expect(parts[11]).toBeNull();
    // Unit 6: six of six pairs differ; expected disagreement 0.779487 (domain.md, 7.2).
    expect(parts[5]).toBeCloseTo(1 - 1 / 0.779487, 5);
  });

  test('its mean, weighted by ratings, is alpha', () => {
    fc.assert(
      fc.property(anyUnits, anyLevel, (units, level) => {
        const whole = krippendorffAlpha(units, level);
        const parts = alphaByUnit(units, level);
        expect(parts).toHaveLength(units.length);
        if (whole === null) return;
        const pairable = units.map(({ length }) => (length >= 2 ? length : 0));
        const total = pairable.reduce((sum, n) => sum + n, 0);
        const mean = parts.reduce<number>(
          (sum, part, i) => sum + (part ?? 0) * (pairable[i] ?? 0),
          0,
        );
        expect(mean / total).toBeCloseTo(whole.value, 9);
      }),
    );
  });
});

/** Alpha from its definition: every pair of ratings looked at on its own, no coincidence matrix. */
function alphaByPairs(units: Units, level: Level): number | null {
  const pairable = units.filter(({ length }) => length >= 2);
  const all = pairable.flat();
  const times = (value: number) => all.filter((other) => other === value).length;
  const squared = (c: number, k: number): number => {
    if (c === k) return 0;
    if (level === 'nominal') return 1;
    if (level === 'interval') return (c - k) ** 2;
    if (level === 'ratio') return ((c - k) / (c + k)) ** 2;
    const [low, high] = [Math.min(c, k), Math.max(c, k)];
    const ranks = all.filter((value) => value >= low && value <= high).length;
    return (ranks - (times(c) + times(k)) / 2) ** 2;
  };
  const pairsWithin = (list: readonly number[]) =>
    list.flatMap((c, i) => list.flatMap((k, j) => (i === j ? [] : [squared(c, k)])));
  const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
  const expected = sum(pairsWithin(all)) / (all.length * (all.length - 1));
  if (all.length === 0 || expected === 0) return null;
  const observed = sum(pairable.map((unit) => sum(pairsWithin(unit)) / (unit.length - 1)));
  return 1 - observed / all.length / expected;
}
