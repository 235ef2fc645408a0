import { expect, test } from 'vitest';
import { NOTICES, noticeText, withNotice } from '#words/kit/notices.ts';

test('a key in an address says its notice', () => {
  expect(noticeText('submitted')).toBe(NOTICES.submitted);
});

test('a word that is no key says nothing', () => {
  expect(['constructor', 'toString', 'no-such-notice', '', null].map(noticeText)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
});

test('the notice stands after what the address asks, and before the place on the page', () => {
  expect(withNotice('/account', 'name-changed')).toBe('/account?done=name-changed');
  expect(withNotice('/admin/erase?find=ab', 'file-erased')).toBe(
    '/admin/erase?find=ab&done=file-erased',
  );
  expect(withNotice('/plan#move-3', 'action-moved')).toBe('/plan?done=action-moved#move-3');
});

test('a key without a notice does not compile', () => {
  // @ts-expect-error The types refuse it; the address would be told nothing.
  expect(noticeText(withNotice('', 'saved-somehow').slice('?done='.length))).toBeNull();
});

test('every notice is a sentence', () => {
  for (const text of Object.values(NOTICES)) expect(text).toMatch(/^[A-Z].*\.$/u);
});
