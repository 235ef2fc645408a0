// What an organisation's provider may vouch for, and what its answers prove.
import { describe, expect, test } from 'vitest';
import type { Membership } from '#app/domain/policy/actor.ts';
import {
  isFresh,
  mayKeepProvider,
  provesTwoFactors,
  providerMethod,
  usedProvider,
  vouchesFor,
} from '#app/domain/policy/provider.ts';

const held = (
  role: Membership['role'],
  organisation: string | null,
  department: string | null = null,
): Membership => ({ role, organisation, department });

test.each([
  [[held('contributor', 'a', 'x'), held('executive-sponsor', 'a')], 'a', true],
  [[held('contributor', 'a'), held('contributor', 'b')], 'a', false],
  [[held('contributor', 'a'), held('panel-member', null)], 'a', false],
  [[held('contributor', 'a'), held('panel-member', null)], null, false],
  [[held('charter-administrator', null)], null, true],
  [[held('charter-administrator', null)], 'a', false],
  [[], 'a', true],
] as const)('a provider vouches for roles at its own organisation alone', (roles, at, expected) => {
  expect(vouchesFor(roles, at)).toBe(expected);
});

test.each([
  [held('assessment-lead', 'a'), true],
  [held('assessment-lead', 'a', 'x'), false],
  [held('executive-sponsor', 'a'), false],
  [held('assessment-lead', 'b'), false],
  [held('charter-administrator', null), false],
] as const)('a lead of the whole organisation sets it, and nobody else: %o', (role, expected) => {
  expect(mayKeepProvider({ memberships: [role] }, 'a')).toBe(expected);
});

describe('two factors', () => {
  test.each([
    ['mfa', { acr: null, amr: ['pwd', 'mfa'] }, true],
    ['urn:two  mfa', { acr: 'urn:two', amr: [] }, true],
    ['mfa', { acr: 'mfa2', amr: ['mf'] }, false],
    ['', { acr: '', amr: [''] }, false],
    ['mfa', { acr: null, amr: [] }, false],
  ] as const)('%s', (setting, claims, expected) => {
    expect(provesTwoFactors(setting, claims)).toBe(expected);
  });
});

test.each([
  [null, false],
  [10_000, true],
  // Clocks may differ by a minute.
  [9_945, true],
  [9_930, false],
] as const)('somebody who signed in at %s was asked anew at 10,000', (authTime, expected) => {
  expect(isFresh(authTime, { askedAt: 10_000, now: 10_200 })).toBe(expected);
});

test('a sign-in of more than five minutes ago shows nothing', () => {
  expect(isFresh(10_000, { askedAt: 10_000, now: 10_300 })).toBe(true);
  expect(isFresh(10_000, { askedAt: 10_000, now: 10_301 })).toBe(false);
});

test('a session says which provider opened it', () => {
  for (const used of [
    { provider: 'one', twoFactors: true },
    { provider: 'one', twoFactors: false },
  ]) {
    expect(usedProvider(providerMethod(used))).toEqual(used);
  }
  for (const other of ['password', 'code', 'passkey', 'provider', 'passkey one']) {
    expect(usedProvider(other)).toBe(null);
  }
});
