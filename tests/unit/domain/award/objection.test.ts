import { expect, test } from 'vitest';
import { checkClosingObjection, checkTaking } from '#app/domain/award/objection.ts';

test('an award has at most a hundred open objections, and nobody makes many', () => {
  expect(checkTaking({ seconds: 0, open: 99 })).toEqual({ ok: true, value: null });
  expect(checkTaking({ seconds: 0, open: 100 })).toEqual({
    ok: false,
    problem: { code: 'too-many-open' },
  });
  expect(checkTaking({ seconds: 7, open: 100 })).toEqual({
    ok: false,
    problem: { code: 'too-many-objections', seconds: 7 },
  });
});

const facts = {
  objection: { closedAt: null },
  award: { withdrawnAt: null },
  outcome: 'upheld',
  reason: ' It was misread. ',
} as const;

test('only an objection that is upheld withdraws the award, and only one that stands', () => {
  const closed = (parts: object) => checkClosingObjection({ ...facts, ...parts });
  const reason = 'It was misread.';
  expect(closed({})).toEqual({ ok: true, value: { reason, withdraws: true } });
  expect(closed({ outcome: 'dismissed' })).toEqual({
    ok: true,
    value: { reason, withdraws: false },
  });
  expect(closed({ award: { withdrawnAt: '2027-03-01' } })).toEqual({
    ok: true,
    value: { reason, withdraws: false },
  });
});

test.each([
  [{ objection: { closedAt: '2027-03-01' } }, { code: 'already-closed' }],
  [{ reason: ' ' }, { code: 'reason-wrong', most: 1_000 }],
])('%# is refused', (parts, problem) => {
  expect(checkClosingObjection({ ...facts, ...parts })).toEqual({ ok: false, problem });
});
