import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  decimalsBeside,
  meetsThreshold,
  percentText,
  thresholdText,
} from '#app/domain/charter/percent.ts';
import { threshold } from '#tests/support/charter-factory.ts';

const scores = fc
  .tuple(fc.nat({ max: 100_000 }), fc.integer({ min: 1, max: 100_000 }))
  .map(([points, available]) => ({ points: Math.min(points, available), available }));

const thresholds = fc.tuple(fc.nat({ max: 10_000 }), fc.nat({ max: 2 })).map(([n, decimals]) => {
  const dropped = 10 ** (2 - decimals);
  return { hundredths: Math.floor(n / dropped) * dropped, decimals };
});

test('a shown percentage reaches the threshold beside it exactly when it is met', () => {
  fc.assert(
    fc.property(scores, thresholds, (score, needs) => {
      const shown = percentText(score, decimalsBeside(needs));
      expect(Number(shown) >= Number(thresholdText(needs))).toBe(meetsThreshold(score, needs));
    }),
    { numRuns: 20_000 },
  );
});

test('a threshold is shown as it is written', () => {
  fc.assert(
    fc.property(thresholds, (needs) => {
      expect(threshold(thresholdText(needs))).toEqual(needs);
    }),
    { numRuns: 5000 },
  );
});
