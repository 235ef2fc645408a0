import { expect, test } from 'vitest';
import { checkErasing, checkFingerprint } from '#app/domain/evidence/erasure.ts';

test('a fingerprint has 64 hexadecimal digits, however it is written', () => {
  const sha256 = '0123456789abcdef'.repeat(4);
  expect(checkFingerprint(` ${sha256.toUpperCase()} `)).toEqual({ ok: true, value: sha256 });
  for (const typed of ['', sha256.slice(1), `${sha256}0`, sha256.replace('f', 'g')]) {
    expect(checkFingerprint(typed)).toEqual({ ok: false, problem: { code: 'no-fingerprint' } });
  }
});

test('a file is erased for a reason of at most 500 characters', () => {
  expect(checkErasing(' A name was in it. ')).toEqual({ ok: true, value: 'A name was in it.' });
  expect(checkErasing('x'.repeat(500)).ok).toBe(true);
  expect(checkErasing(' ')).toEqual({ ok: false, problem: { code: 'erase-reason-missing' } });
  expect(checkErasing('x'.repeat(501))).toEqual({
    ok: false,
    problem: { code: 'erase-reason-too-long', most: 500 },
  });
});
