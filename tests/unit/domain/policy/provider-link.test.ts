import { expect, test } from 'vitest';
import {
  checkLinking,
  checkOwner,
  checkUnlinking,
  checkVouching,
} from '#app/domain/policy/provider-link.ts';
import { isOtherProvider } from '#app/domain/policy/provider.ts';

test('what is somebody else’s, or nobody’s, is not theirs', () => {
  expect(checkOwner({ userId: 'ann' }, 'ann', 'link-taken')).toEqual({ ok: true, value: null });
  for (const owned of [{ userId: 'bob' }, null]) {
    const problem = { code: 'link-taken' };
    expect(checkOwner(owned, 'ann', 'link-taken')).toEqual({ ok: false, problem });
  }
});

test('with one issuer an account is linked to one person, once', () => {
  const link = { issuer: 'https://one.example', subject: 'a1' };
  const own = [link, { issuer: 'https://two.example', subject: 'b2' }];
  expect(checkLinking([], link)).toEqual({ ok: true, value: true });
  expect(checkLinking(own, link)).toEqual({ ok: true, value: false });
  expect(checkLinking(own, { ...link, subject: 'b2' })).toEqual({
    ok: false,
    problem: { code: 'other-person' },
  });
});

test('the last way in stays, and the one that the organisation asks for', () => {
  const facts = { hasPassword: false, passkeys: 0, links: 1, issuer: 'i', required: null };
  expect(checkUnlinking(facts)).toEqual({ ok: false, problem: { code: 'last-way-in' } });
  for (const part of [{ hasPassword: true }, { passkeys: 1 }, { links: 2 }]) {
    expect(checkUnlinking({ ...facts, ...part })).toEqual({ ok: true, value: null });
    expect(checkUnlinking({ ...facts, ...part, required: 'i' })).toEqual({
      ok: false,
      problem: { code: 'link-needed' },
    });
    expect(checkUnlinking({ ...facts, ...part, required: 'other' }).ok).toBe(true);
  }
});

test('a provider brings people into its own organisation alone', () => {
  expect(checkVouching('trust', 'trust')).toEqual({ ok: true, value: null });
  for (const provider of ['other', null]) {
    const problem = { code: 'link-taken' };
    expect(checkVouching(provider, 'trust')).toEqual({ ok: false, problem });
  }
});

test('another issuer, client or secret is another provider', () => {
  const before = { issuer: 'i', clientId: 'c' };
  const same = { ...before, clientSecret: '' };
  expect(isOtherProvider(same, before)).toBe(false);
  expect(isOtherProvider(same, null)).toBe(true);
  for (const part of [{ issuer: 'j' }, { clientId: 'd' }, { clientSecret: 's' }]) {
    expect(isOtherProvider({ ...same, ...part }, before)).toBe(true);
  }
});
