import { describe, expect, test } from 'vitest';
import type { Actor } from '#app/domain/policy/actor.ts';
import {
  checkBeginning,
  checkFactor,
  checkNewPasskey,
  checkPasswordProof,
  checkProviderProof,
  checkRemoving,
  checkResetReason,
  checkResetting,
  checkUnconfirmed,
  hasFactor,
  mayKeepFactor,
} from '#app/domain/policy/own-factor.ts';

const none = { sealedSecret: null, passkeys: 0 };
const app = { sealedSecret: 'sealed', passkeys: 0 };
const passkey = { sealedSecret: null, passkeys: 1 };
const refusal = (code: string) => ({ ok: false, problem: { code } });

describe('the factors of an account', () => {
  test('are an authenticator, a passkey or both', () => {
    expect([none, app, passkey].map(hasFactor)).toEqual([false, true, true]);
    expect(checkFactor(app)).toEqual({ ok: true, value: app });
    for (const account of [none, null]) expect(checkFactor(account)).toEqual(refusal('no-factor'));
  });

  test('an authenticator counts once it is confirmed, and there is one', () => {
    const [begun, confirmed] = [{ confirmedAt: null }, { confirmedAt: '2027-03-01' }];
    expect([null, begun].map(checkBeginning).every(({ ok }) => ok)).toBe(true);
    expect(checkBeginning(confirmed)).toEqual(refusal('factor-there'));
    expect(checkUnconfirmed(begun)).toEqual({ ok: true, value: begun });
    for (const there of [null, confirmed]) {
      expect(checkUnconfirmed(there)).toEqual(refusal('nothing-to-confirm'));
    }
  });

  test('an account has at most ten passkeys, each with a name of at most 80 characters', () => {
    const there = (count: number) => Array.from({ length: count });
    expect(checkNewPasskey(' Phone ', there(9))).toEqual({ ok: true, value: 'Phone' });
    expect(checkNewPasskey('Phone', there(10))).toEqual({
      ok: false,
      problem: { code: 'too-many-passkeys', most: 10 },
    });
    for (const name of [' ', 'x'.repeat(81)]) {
      const problem = { code: 'name-wrong', most: 80 };
      expect(checkNewPasskey(name, there(10))).toEqual({ ok: false, problem });
    }
  });

  test('the last one of somebody who needs one stays', () => {
    expect(checkRemoving({ others: 0, isNeeded: true })).toEqual(refusal('factor-needed'));
    expect(checkRemoving({ others: 0, isNeeded: false })).toEqual({
      ok: true,
      value: { isLast: true },
    });
    expect(checkRemoving({ others: 1, isNeeded: true })).toEqual({
      ok: true,
      value: { isLast: false },
    });
  });
});

describe('a factor that somebody else takes away', () => {
  const facts = { isOwn: false, account: app, waiting: null };

  test('is there, is not their own, and no reset of it waits', () => {
    expect(checkResetting(facts)).toEqual({ ok: true, value: app });
    expect(checkResetting({ ...facts, isOwn: true })).toEqual(refusal('own-factor'));
    expect(checkResetting({ ...facts, account: null })).toEqual(refusal('not-found'));
    expect(checkResetting({ ...facts, account: none })).toEqual(refusal('no-factor'));
    expect(checkResetting({ ...facts, waiting: {} })).toEqual(refusal('reset-waits'));
  });

  test('goes for a reason of at most 500 characters', () => {
    expect(checkResetReason(' Lost ')).toEqual({ ok: true, value: 'Lost' });
    for (const typed of [' ', 'x'.repeat(501)]) {
      const problem = { code: 'reason-wrong', most: 500 };
      expect(checkResetReason(typed)).toEqual({ ok: false, problem });
    }
  });

  test('is kept by its owner, and by whoever may take it away', () => {
    const administers = {
      role: 'charter-administrator',
      organisation: null,
      department: null,
    } as const;
    const actor = (memberships: Actor['memberships']) => ({
      id: 'ann',
      name: 'Ann',
      email: 'ann@example.org',
      memberships,
    });
    expect(mayKeepFactor(actor([]), 'ann')).toBe(true);
    expect(mayKeepFactor(actor([]), 'bob')).toBe(false);
    expect(mayKeepFactor(actor([administers]), 'bob')).toBe(true);
  });
});

describe('what shows who somebody is', () => {
  const withPassword = { passwordHash: 'hash' };

  test('beside a password is the code, where there is a factor', () => {
    const proof = (factors: typeof app | typeof passkey, code = '') =>
      checkPasswordProof({ ...factors, ...withPassword }, code);
    expect(proof(none)).toMatchObject({ value: { asksCode: false } });
    expect(proof(app)).toMatchObject({ value: { asksCode: true } });
    expect(proof(passkey)).toEqual(refusal('confirm-first'));
    expect(proof(passkey, 'abcde')).toMatchObject({ value: { asksCode: true } });
  });

  test('is something else where there is no password', () => {
    expect(checkPasswordProof(null, '')).toEqual(refusal('confirm-first'));
    expect(checkPasswordProof({ ...app, passwordHash: null }, '1')).toEqual(
      refusal('confirm-first'),
    );
  });

  test('at a provider that proves no second factor is the account’s own, too', () => {
    const once = (account: typeof app | typeof passkey | null) =>
      checkProviderProof(account, { twoFactors: false });
    expect(once(app)).toEqual({ ok: true, value: 'needs-code' });
    expect(once({ ...app, passkeys: 1 })).toEqual({ ok: true, value: 'needs-code' });
    expect(once(passkey)).toEqual(refusal('use-passkey'));
    for (const account of [none, null]) {
      expect(once(account)).toEqual({ ok: true, value: 'confirmed' });
    }
    expect(checkProviderProof(passkey, { twoFactors: true })).toMatchObject({ value: 'confirmed' });
  });
});
