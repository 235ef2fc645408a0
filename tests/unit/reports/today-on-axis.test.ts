import { expect, test } from 'vitest';
import { EMPTY_ACTION } from '#app/domain/plan/per-field.ts';
import { ganttOf } from '#reports/gantt-model.ts';

const action = {
  ...EMPTY_ACTION,
  id: 'a',
  carries: null,
  objective: 'Train mentors',
  startOn: '2027-01-01',
  dueOn: '2027-12-31',
};

const at = (today: string | null) => ganttOf([action], [1], today)?.today;

test('today stands where its middle is on the axis of whole months, and nowhere beside it', () => {
  expect(at('2027-01-01')).toBeCloseTo(0.5 / 31 / 12, 3);
  expect(at('2027-07-01')).toBeCloseTo((6 + 0.5 / 31) / 12, 3);
  expect(at('2027-12-31')).toBeCloseTo((11 + 30.5 / 31) / 12, 3);
  expect(at('2026-12-31')).toBeUndefined();
  expect(at('2028-01-01')).toBeUndefined();
});

test('a document does not ask for it', () => {
  expect(ganttOf([action], [1])).not.toHaveProperty('today');
  expect(at(null)).toBeUndefined();
});
