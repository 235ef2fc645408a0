import { expect, test } from 'vitest';
import { pastedJwt } from '#app/domain/award/check-credential.ts';

test('what is pasted is read without spaces, up to 20,000 characters', () => {
  expect(pastedJwt(' ab.\r\ncd ')).toEqual({ ok: true, value: 'ab.cd' });
  expect(pastedJwt('x'.repeat(20_000)).ok).toBe(true);
  for (const text of [' \n', 'x'.repeat(20_001)]) {
    expect(pastedJwt(text)).toEqual({ ok: false, problem: { code: 'not-a-credential' } });
  }
});
