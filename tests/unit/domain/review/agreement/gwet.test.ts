import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gwetAgreement } from '#app/domain/review/agreement/gwet.ts';
import { TWELVE_UNITS, TWO_ABSTRACTORS } from '#tests/support/rating-examples.ts';

const ONE_TO_FIVE = [1, 2, 3, 4, 5];
const unitsOnFive = fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 5 }), {
  maxLength: 12,
});

describe("Gwet's coefficients", () => {
  // domain.md, 7.3: AC1 published, the weighted forms from code that reproduces it.
  test.each([
    ['identity', 0.775444],
    ['linear', 0.858739],
    ['quadratic', 0.914001],
    ['ordinal', 0.89894],
  ] as const)('of twelve units, %s weights: %f', (weights, value) => {
    const found = gwetAgreement(TWELVE_UNITS, { categories: ONE_TO_FIVE, weights });
    expect(found?.value).toBeCloseTo(value, 6);
  });

  test('AC1 of twelve units has the published standard error and interval', () => {
    const found = gwetAgreement(TWELVE_UNITS, { categories: ONE_TO_FIVE, weights: 'identity' });
    expect(found?.standardError).toBeCloseTo(0.14295, 5);
    expect(found?.interval?.low).toBeCloseTo(0.461, 3);
    expect(found?.interval?.high).toBe(1);
    expect(found?.units).toBe(11);
  });

  // domain.md, 7.4.
  test.each([
    ['identity', 0.849331],
    ['linear', 0.900023],
    ['quadratic', 0.940237],
  ] as const)('of two abstractors, %s weights: %f', (weights, value) => {
    const found = gwetAgreement(TWO_ABSTRACTORS, { categories: [1, 2, 3], weights });
    expect(found?.value).toBeCloseTo(value, 6);
  });

  test('categories that nobody used count, because chance could have given them', () => {
    const five = gwetAgreement(TWO_ABSTRACTORS, { categories: ONE_TO_FIVE, weights: 'identity' });
    const three = gwetAgreement(TWO_ABSTRACTORS, { categories: [1, 2, 3], weights: 'identity' });
    expect(five?.value).toBeGreaterThan(three?.value ?? 1);
  });

  test.each([
    [[1, 2], 2 / 3],
    [[1, 3], 0],
  ])('with ordinal weights of three categories, %j agree to %f', (unit, observed) => {
    const found = gwetAgreement([unit], { categories: [1, 2, 3], weights: 'ordinal' });
    // All weights together: three of 1, four of 2/3, two of 0; half of the ratings in each of two categories.
    const chance = ((3 + 4 * (2 / 3)) / (3 * 2)) * (0.5 * 0.5 + 0.5 * 0.5);
    expect(found?.value).toBeCloseTo((observed - chance) / (1 - chance), 12);
  });

  test('the order of units, of ratings and of categories changes nothing', () => {
    fc.assert(
      fc.property(
        unitsOnFive,
        fc.constantFrom('identity', 'ordinal' as const),
        (units, weights) => {
          const there = gwetAgreement(units, { categories: ONE_TO_FIVE, weights });
          const turned = units.map((ratings) => ratings.toReversed()).toReversed();
          const back = gwetAgreement(turned, { categories: ONE_TO_FIVE.toReversed(), weights });
          expect(back === null).toBe(there === null);
          if (there === null || back === null) return;
          expect(back.value).toBeCloseTo(there.value, 9);
          expect(back.standardError ?? 0).toBeCloseTo(there.standardError ?? 0, 9);
        },
      ),
    );
  });

  test('weights that forgive nothing are AC1: pairs counted by hand', () => {
    fc.assert(
      fc.property(unitsOnFive, (units) => {
        const found = gwetAgreement(units, { categories: ONE_TO_FIVE, weights: 'identity' });
        const byHand = ac1ByPairs(units, ONE_TO_FIVE);
        if (byHand === null) expect(found).toBeNull();
        else expect(found?.value).toBeCloseTo(byHand, 9);
      }),
    );
  });

  test('full agreement is 1, also where all ratings are the same', () => {
    const all = [
      [4, 4],
      [4, 4, 4],
    ];
    const scale = { categories: ONE_TO_FIVE, weights: 'quadratic' } as const;
    expect(gwetAgreement(all, scale)).toMatchObject({ value: 1, standardError: 0, units: 2 });
  });

  test.each([
    ['no unit', []],
    ['no rating', [[], []]],
    ['single ratings', [[1], [2]]],
  ])('%s is not calculable', (_what, units) => {
    expect(gwetAgreement(units, { categories: ONE_TO_FIVE, weights: 'linear' })).toBeNull();
  });

  test('a scale of one category is not calculable', () => {
    expect(gwetAgreement([[1, 1]], { categories: [1, 1], weights: 'identity' })).toBeNull();
  });

  test('a single unit has a value and no interval', () => {
    const found = gwetAgreement([[1, 2]], { categories: [1, 2], weights: 'identity' });
    expect(found).toMatchObject({ standardError: null, interval: null, units: 1 });
  });

  test('a rating that is not on the scale is a mistake of the caller', () => {
    expect(() => gwetAgreement([[1, 9]], { categories: [1, 2], weights: 'identity' })).toThrow(
      'the rating 9 is not on the scale',
    );
  });
});

/** AC1 from its definition: pairs of raters compared one by one, categories looked up one by one. */
function ac1ByPairs(units: readonly (readonly number[])[], categories: readonly number[]) {
  const rated = units.filter(({ length }) => length > 0);
  const pairable = units.filter(({ length }) => length >= 2);
  if (pairable.length === 0) return null;
  const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length;
  const observed = mean(
    pairable.map((unit) =>
      mean(unit.flatMap((a, i) => unit.flatMap((b, j) => (i === j ? [] : [a === b ? 1 : 0])))),
    ),
  );
  const chance =
    categories
      .map((k) => mean(rated.map((unit) => mean(unit.map((r) => (r === k ? 1 : 0))))))
      .reduce((sum, p) => sum + p * (1 - p), 0) /
    (categories.length - 1);
  return (observed - chance) / (1 - chance);
}
