import { expect, test } from 'vitest';
import { isStillConfirmed } from '#app/domain/policy/proof.ts';

test('what was confirmed holds for five minutes', () => {
  const FIVE = 5 * 60_000;
  expect(isStillConfirmed(0, FIVE)).toBe(true);
  expect(isStillConfirmed(0, FIVE + 1)).toBe(false);
});
