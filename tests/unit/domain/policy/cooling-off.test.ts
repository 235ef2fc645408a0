import { expect, test } from 'vitest';
import { heldUntil } from '#app/domain/policy/cooling-off.ts';

const HOUR = 3_600_000;
const RESET = Date.parse('2027-03-01T09:00:00.000Z');
const NEXT_DAY = Date.parse('2027-03-02T09:00:00.000Z');

test.each([
  [null, RESET, null],
  [RESET, RESET, NEXT_DAY],
  [RESET, NEXT_DAY - 1, NEXT_DAY],
  [RESET, NEXT_DAY, null],
  [RESET, NEXT_DAY + 100 * HOUR, null],
])('reset at %s, looked at at %s: held until %s', (resetAt, now, until) => {
  expect(heldUntil(resetAt, now)).toBe(until);
});
