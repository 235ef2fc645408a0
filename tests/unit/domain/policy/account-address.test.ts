import { expect, test } from 'vitest';
import {
  checkChanging,
  checkNewAddress,
  checkPasswordLink,
  isConfirmedWith,
} from '#app/domain/policy/account-address.ts';

const NOW = '2027-03-01T09:00:00.000Z';
const SOON = '2027-03-01T09:00:00.001Z';

test('a new address is one, and another', () => {
  const own = 'ann@example.org';
  expect(checkNewAddress('bob@example.org', own)).toEqual({ ok: true, value: 'bob@example.org' });
  const long = `${'x'.repeat(200)}@${'y'.repeat(116)}.org`;
  for (const email of [own, '', 'bob', 'bob@example', 'b b@example.org', `x${long}`, `${long}g`]) {
    expect(checkNewAddress(email, own)).toEqual({ ok: false, problem: { code: 'address-wrong' } });
  }
});

test('a change is confirmed until it ends or expires, the moment itself included', () => {
  const change = { endedAt: null, expiresAt: SOON };
  expect(checkChanging(change, NOW)).toEqual({ ok: true, value: change });
  for (const over of [null, { ...change, endedAt: NOW }, { ...change, expiresAt: NOW }]) {
    expect(checkChanging(over, NOW)).toEqual({ ok: false, problem: { code: 'link-over' } });
  }
});

test('both sides confirm a change', () => {
  const half = { oldConfirmedAt: NOW, newConfirmedAt: null };
  expect([isConfirmedWith(half, 'old'), isConfirmedWith(half, 'new')]).toEqual([false, true]);
});

test('a link to choose a password works once, until it expires', () => {
  expect(checkPasswordLink({ usedAt: null, expiresAt: SOON }, NOW).ok).toBe(true);
  expect(checkPasswordLink({ usedAt: null, expiresAt: NOW }, NOW)).toEqual({
    ok: false,
    problem: { code: 'link-expired' },
  });
  expect(checkPasswordLink({ usedAt: NOW, expiresAt: NOW }, NOW)).toEqual({
    ok: false,
    problem: { code: 'link-used' },
  });
});
