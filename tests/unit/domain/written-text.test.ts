import { expect, test } from 'vitest';
import { mayWrite, mustName, mustWrite } from '#app/domain/written-text.ts';

const RULE = { code: 'reason-wrong', most: 5 } as const;
const wrong = { ok: false, problem: RULE };

test('what must be written is kept without the space around it, and refused where nothing or too much is', () => {
  expect(mustWrite(RULE, ' a\r\nb ')).toEqual({ ok: true, value: 'a\nb' });
  expect(mustWrite(RULE, '  12345  ')).toEqual({ ok: true, value: '12345' });
  for (const typed of ['', ' \n ', '123456']) expect(mustWrite(RULE, typed)).toEqual(wrong);
});

test('what may be written may be nothing', () => {
  expect(mayWrite(RULE, '  ')).toEqual({ ok: true, value: '' });
  expect(mayWrite(RULE, '123456')).toEqual(wrong);
});

test('a name can be seen', () => {
  expect(mustName(RULE, ' Siân ')).toEqual({ ok: true, value: 'Siân' });
  for (const typed of ['', '\u200b', '123456']) expect(mustName(RULE, typed)).toEqual(wrong);
});
