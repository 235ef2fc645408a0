import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Promised } from '#app/domain/review/promise.ts';
import { turnaroundOf } from '#app/domain/review/turnaround.ts';

const decided = (days: number): Promised => ({
  kind: days <= 84 ? 'kept' : 'missed',
  days,
  dueOn: '2027-01-01',
});

test('of nothing there is none', () => {
  expect(turnaroundOf([])).toMatchObject({ submitted: 0, median: null, longest: null });
});

test.each([
  [[10], 10, 10],
  [[10, 20], 15, 20],
  [[90, 10, 20], 20, 90],
  [[1, 2, 3, 100], 2.5, 100],
])('%j days have a median of %d and at most %d', (days, median, longest) => {
  expect(turnaroundOf(days.map(decided))).toMatchObject({ median, longest });
});

test('half of the decisions took no longer than the median, and half no less', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 200 }), { minLength: 1, maxLength: 30 }), (days) => {
      const { median, decided: count, missed } = turnaroundOf(days.map(decided));
      const half = count / 2;
      expect(days.filter((one) => one <= (median ?? -1)).length).toBeGreaterThanOrEqual(half);
      expect(days.filter((one) => one >= (median ?? 999)).length).toBeGreaterThanOrEqual(half);
      expect(missed).toBe(days.filter((one) => one > 84).length);
    }),
  );
});
