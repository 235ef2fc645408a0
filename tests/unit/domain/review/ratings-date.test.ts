import { expect, test } from 'vitest';
import { checkDueDate, checkRatingsDate } from '#app/domain/review/ratings-date.ts';

const NOW = '2027-03-01T09:00:00.000Z';
const SOON = '2027-03-01T09:00:00.001Z';
const LATER = '2027-03-15T23:59:00.000Z';
const review = { ratingsDueAt: LATER, discussionOpenedAt: null, closedAt: null };
const moving = { to: '2027-03-20T23:59:00.000Z', reason: ' Two are ill. ', now: NOW };

test('a date for ratings is to come, or none is set', () => {
  expect(checkDueDate(null, NOW)).toEqual({ ok: true, value: null });
  expect(checkDueDate(SOON, NOW)).toEqual({ ok: true, value: SOON });
  expect(checkDueDate(NOW, NOW)).toEqual({ ok: false, problem: { code: 'due-in-the-past' } });
});

test('a date is moved with a reason; only a sooner one takes time away', () => {
  const moved = (facts: object, to: string) =>
    checkRatingsDate({ ...review, ...facts }, { ...moving, to });
  const later = { ok: true, value: { reason: 'Two are ill.', isSooner: false } };
  expect(moved({}, moving.to)).toEqual(later);
  expect(moved({ ratingsDueAt: null }, SOON)).toEqual(later);
  expect(moved({}, SOON)).toEqual({ ok: true, value: { reason: 'Two are ill.', isSooner: true } });
});

test.each([
  [{ discussionOpenedAt: NOW }, {}, { code: 'wrong-phase', phase: 'discussion' }],
  [{ discussionOpenedAt: NOW, closedAt: NOW }, {}, { code: 'wrong-phase', phase: 'closed' }],
  [{}, { to: NOW }, { code: 'due-in-the-past' }],
  [{}, { to: LATER }, { code: 'date-unchanged' }],
  [{}, { reason: ' ' }, { code: 'reason-wrong', most: 1_000 }],
  [{}, { reason: 'x'.repeat(1_001) }, { code: 'reason-wrong', most: 1_000 }],
])('%# is refused', (facts, parts, problem) => {
  const moved = checkRatingsDate({ ...review, ...facts }, { ...moving, ...parts });
  expect(moved).toEqual({ ok: false, problem });
});
