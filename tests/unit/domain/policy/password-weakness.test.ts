import { expect, test } from 'vitest';
import { checkGuessable, checkPasswordLength } from '#app/domain/policy/password-weakness.ts';

const limits = { least: 12, most: 20 };

test('a password is long enough in characters and not too long in code units', () => {
  expect(checkPasswordLength('x'.repeat(12), limits)).toEqual({ ok: true, value: null });
  expect(checkPasswordLength('x'.repeat(20), limits).ok).toBe(true);
  // A picture is one character of two code units.
  expect(checkPasswordLength('\u{1F600}'.repeat(11), limits)).toEqual({
    ok: false,
    problem: { code: 'password-too-short', least: 12 },
  });
  for (const password of ['x'.repeat(21), '\u{1F600}'.repeat(12)]) {
    expect(checkPasswordLength(password, limits)).toEqual({
      ok: false,
      problem: { code: 'password-too-long', most: 20 },
    });
  }
});

test('what speaks against a password is told', () => {
  expect(checkGuessable([])).toEqual({ ok: true, value: null });
  expect(checkGuessable(['run', 'date'])).toEqual({
    ok: false,
    problem: { code: 'password-guessable', because: ['run', 'date'] },
  });
});
