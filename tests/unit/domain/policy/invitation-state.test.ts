import { expect, test } from 'vitest';
import { checkFlood, checkOpen, checkPending } from '#app/domain/policy/invitation-state.ts';

const NOW = '2027-03-01T09:00:00.000Z';
const open = { acceptedAt: null, revokedAt: null, expiresAt: '2027-03-01T09:00:00.001Z' };

test('an invitation is accepted until it is used, withdrawn or over', () => {
  expect(checkOpen(open, NOW)).toEqual({ ok: true, value: open });
  for (const [part, code] of [
    [{ acceptedAt: NOW }, 'invitation-used'],
    [{ revokedAt: NOW }, 'invitation-revoked'],
    [{ expiresAt: NOW }, 'invitation-expired'],
  ] as const) {
    expect(checkOpen({ ...open, ...part }, NOW)).toEqual({ ok: false, problem: { code } });
  }
});

test('one that nobody used or withdrew is sent again, even once it has expired', () => {
  expect(checkPending(open)).toEqual({ ok: true, value: null });
  for (const part of [{ acceptedAt: NOW }, { revokedAt: NOW }]) {
    expect(checkPending({ ...open, ...part })).toEqual({
      ok: false,
      problem: { code: 'invitation-over' },
    });
  }
});

test('nobody sends more than a hundred a day, and no address gets more than five', () => {
  expect(checkFlood({ sent: 99, got: 4 })).toEqual({ ok: true, value: null });
  expect(checkFlood({ sent: 100, got: 5 })).toEqual({
    ok: false,
    problem: { code: 'too-many-invitations', most: 100 },
  });
  expect(checkFlood({ sent: 0, got: 5 })).toEqual({
    ok: false,
    problem: { code: 'invited-too-often', most: 5 },
  });
});
