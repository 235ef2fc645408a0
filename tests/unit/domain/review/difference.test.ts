import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differenceOf, widthOf } from '#app/domain/review/difference.ts';

const claimed = { claimedNotApplicable: false };
const denied = { claimedNotApplicable: true };

describe('the difference on a criterion', () => {
  test('is how far the ratings lie apart', () => {
    expect(differenceOf({ ...claimed, ratings: [1, 3, 2] })).toEqual({ kind: 'ratings', steps: 2 });
    expect(differenceOf({ ...claimed, ratings: [2, 2, 2] })).toEqual({ kind: 'none' });
    expect(differenceOf({ ...claimed, ratings: [] })).toEqual({ kind: 'none' });
  });

  test('is one where the department says that it does not apply and the panel rates it', () => {
    expect(differenceOf({ ...denied, ratings: [2, 2, 2] })).toEqual({ kind: 'applicability' });
    expect(differenceOf({ ...denied, ratings: [0] })).toEqual({ kind: 'applicability' });
  });

  test('is one where some of the panel agree that it does not apply and others rate it', () => {
    expect(differenceOf({ ...denied, ratings: [null, 2, null] })).toEqual({
      kind: 'applicability',
    });
    expect(differenceOf({ ...claimed, ratings: [null, 2] })).toEqual({ kind: 'applicability' });
  });

  test('is none where everyone agrees that it does not apply', () => {
    expect(differenceOf({ ...denied, ratings: [null, null] })).toEqual({ kind: 'none' });
  });

  test('does not depend on who rated first, and one on applying comes before any other', () => {
    const given = fc.array(fc.option(fc.integer({ min: 0, max: 5 })), { maxLength: 6 });
    fc.assert(
      fc.property(given, fc.boolean(), (ratings, claimedNotApplicable) => {
        const one = differenceOf({ claimedNotApplicable, ratings });
        const other = differenceOf({ claimedNotApplicable, ratings: ratings.toReversed() });
        expect(other).toEqual(one);
        if (one.kind === 'applicability') expect(widthOf(one)).toBeGreaterThan(5);
        else expect(widthOf(one)).toBeLessThanOrEqual(5);
      }),
    );
  });
});
