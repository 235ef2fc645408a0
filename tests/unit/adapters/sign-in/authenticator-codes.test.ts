import { describe, expect, test } from 'vitest';
import { openAuthenticatorCodes } from '#app/adapters/sign-in/authenticator-codes.ts';
import { appShows } from '#tests/support/authenticator-app.ts';

const PERSON = { id: 'sian', email: 'sian@northfield.example' };
const open = () => openAuthenticatorCodes('a secret of this test alone, long', 'Mentoring Charter');

describe('the codes of an authenticator', () => {
  // RFC 6238, appendix B (SHA-1), the last six of its eight digits.
  test.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
  ])('are those of the standard at %d seconds', (seconds, code) => {
    const key = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
    expect(appShows(key, new Date(seconds * 1000))).toBe(code);
  });

  test('are the same that the app shows, one step early or late, and for nobody else', () => {
    const codes = open();
    const { secret, sealed } = codes.newKey(PERSON.id);
    const now = Date.parse('2027-03-01T09:00:10Z');
    const step = Math.floor(now / 30_000);
    const key = { sealed, userId: PERSON.id };
    const shown = (offset: number) => appShows(secret, new Date(now + offset * 30_000));
    expect([-2, -1, 0, 1, 2].map((offset) => codes.stepOf(shown(offset), key, now))).toEqual([
      null,
      step - 1,
      step,
      step + 1,
      null,
    ]);
    expect(codes.codeAt(key, now)).toBe(shown(0));
    expect(codes.stepOf(shown(0), { sealed, userId: 'other' }, now)).toBeNull();
    for (const typed of ['', '12345', '1234567', 'abcdef', '１２３４５６']) {
      expect(codes.stepOf(typed, key, now), typed).toBeNull();
    }
  });

  test('come with an address that apps read, and a key that is not stored as it is', () => {
    const codes = open();
    const { secret, sealed } = codes.newKey(PERSON.id);
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(sealed).not.toContain(secret);
    const shown = codes.shown(sealed, PERSON);
    expect(shown?.secret).toBe(secret);
    const uri = new URL(shown?.uri ?? '');
    expect(uri.protocol).toBe('otpauth:');
    expect(uri.searchParams.get('secret')).toBe(secret);
    expect(uri.searchParams.get('issuer')).toBe('Mentoring Charter');
    const elsewhere = openAuthenticatorCodes('another secret, as long as the first', 'x');
    expect(elsewhere.shown(sealed, PERSON)).toBeNull();
  });
});
