import { expect, test } from 'vitest';
import { checkClosing, checkExtension, checkMovedClosing } from '#app/domain/assessment/closing.ts';

const round = { opensAt: '2027-03-01T09:00:00.000Z', closesAt: '2027-03-31T16:00:00.000Z' };
const now = '2027-03-10T09:00:00.000Z';
const later = '2027-04-02T16:00:00.000Z';
const refusal = (problem: object) => ({ ok: false, problem });

test('a round closes after it opens, and in the future', () => {
  expect(checkClosing(round, { closesAt: later, now })).toEqual({ ok: true, value: null });
  expect(checkClosing(round, { closesAt: round.opensAt, now })).toEqual(
    refusal({ code: 'closes-before-opening' }),
  );
  expect(checkClosing(round, { closesAt: now, now })).toEqual(
    refusal({ code: 'closes-in-the-past' }),
  );
});

test('a moved closing time is another one', () => {
  expect(checkMovedClosing(round, { closesAt: later, now }).ok).toBe(true);
  expect(checkMovedClosing(round, { closesAt: round.closesAt, now })).toEqual(
    refusal({ code: 'closes-as-before' }),
  );
});

test('an extension is longer than what was promised, and not over', () => {
  const { closesAt } = round;
  expect(checkExtension(closesAt, { closesAt: later, now }).ok).toBe(true);
  expect(checkExtension(closesAt, { closesAt, now })).toEqual(
    refusal({ code: 'not-later', closesAt }),
  );
  expect(checkExtension(closesAt, { closesAt: later, now: later })).toEqual(
    refusal({ code: 'closes-in-the-past' }),
  );
});
