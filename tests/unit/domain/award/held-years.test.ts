import { expect, test } from 'vitest';
import { type HeldAward, heldYears } from '#app/domain/award/held-years.ts';

const levels = [{ id: 'bronze' }, { id: 'silver' }, { id: 'gold' }];
const TODAY = '2030-03-01';

function award(level: string, awardedOn: string, validUntil: string, more = {}): HeldAward {
  const dates = { awardedOn, validUntil, graceUntil: null, withdrawnAt: null };
  return { level, ...dates, publishedAt: `${awardedOn}T09:00:00.000Z`, ...more };
}

const years = (awards: readonly HeldAward[], heldSince?: string) =>
  Object.fromEntries(
    heldYears({
      levels,
      awards,
      today: TODAY,
      facts: new Map(heldSince === undefined ? [] : [['heldSince', heldSince]]),
    }),
  );

test.each([
  ['two full years to the day', award('silver', '2028-03-01', '2033-02-28'), 2],
  ['a day less', award('silver', '2028-03-02', '2033-03-01'), 1],
  ['the last day is today', award('silver', '2025-03-02', TODAY), 4],
  ['in grace', award('silver', '2025-02-01', '2030-01-31', { graceUntil: '2030-07-31' }), 5],
  ['its end was last week', award('silver', '2025-02-23', '2030-02-22'), 0],
  [
    'withdrawn last year',
    award('silver', '2026-01-01', '2030-12-31', { withdrawnAt: '2029-05-05T09:00:00.000Z' }),
    0,
  ],
])('%s', (_, given, expected) => {
  expect(years([given])).toEqual({ bronze: expected, silver: expected });
});

test('a higher award counts for the lower levels, one award after the other without a gap', () => {
  const gold = award('gold', '2029-01-01', '2033-12-31');
  const before = award('silver', '2024-01-01', '2028-12-31');
  expect(years([gold, before])).toEqual({ bronze: 6, silver: 6, gold: 1 });
  const gap = award('silver', '2024-01-01', '2028-12-30');
  expect(years([gold, gap])).toEqual({ bronze: 1, silver: 1, gold: 1 });
});

test('what is decided and not in the register counts for nothing', () => {
  expect(years([award('silver', '2027-01-01', '2031-12-31', { publishedAt: null })])).toEqual({});
});

test('where the register knows nothing of a level, the fact says it', () => {
  const bronze = award('bronze', '2029-01-01', '2033-12-31');
  expect(years([bronze], '2026-03-02')).toEqual({ bronze: 1, silver: 3, gold: 3 });
  expect(years([bronze])).toEqual({ bronze: 1 });
});
