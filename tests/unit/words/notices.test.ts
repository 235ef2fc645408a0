import { readdirSync, readFileSync } from 'node:fs';
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

const WRITES_IT =
  /[?&]done=|\bdone=\$\{|\b(?:set|append)\(\s*['"]done['"]|\bURLSearchParams\(\s*\{[^}]*\bdone\b/u;
const COMMENTS = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu;

test.each([
  "redirect(addressOf('/account') + '?done=tpyo')",
  'redirect(`${path}?page=2&done=${key}`)',
  "search.set('done', key)",
  "new URLSearchParams({ page: '2', done: key })",
])('%s would write a notice past its type', (line) => {
  expect(line).toMatch(WRITES_IT);
});

test('a notice is written into an address at one place, where its key is typed', () => {
  const writing = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .filter((file) => WRITES_IT.test(readFileSync(`app/${file}`, 'utf8').replaceAll(COMMENTS, '')));
  expect(writing).toEqual(['words/en/kit/notices.ts']);
});
