import { describe, expect, test } from 'vitest';
import { checkComment, mentionsIn } from '#app/domain/assessment/comment.ts';

const PEOPLE = [
  { id: 'ann', name: 'Ann Lee' },
  { id: 'anna', name: 'Ann Lee-Jones' },
  { id: 'sian', name: 'Siân O’Dowd' },
  { id: 'aisha', name: 'عائشة' },
];

describe('whom a comment mentions', () => {
  test.each([
    ['@Ann Lee, please look', ['ann']],
    ['@ann lee', ['ann']],
    ['@Ann Lee-Jones knows', ['anna']],
    ['@Ann Lee-Jones and @Ann Lee', ['ann', 'anna']],
    ["ask @Siân O'Dowd", ['sian']],
    ['ask @Sia\u0302n  O’Dowd', ['sian']],
    ['@عائشة', ['aisha']],
    ['@Ann Leeson is someone else', []],
    ['Ann Lee without a sign', []],
    ['mail ann@example.org', []],
    ['', []],
  ])('%s', (text, ids) => {
    expect(mentionsIn(text, PEOPLE)).toEqual(ids);
  });

  test('two people of one name are both told', () => {
    const twins = [
      { id: 'a', name: 'Nia Achebe' },
      { id: 'b', name: 'Nia Achebe' },
    ];
    expect(mentionsIn('@Nia Achebe', twins)).toEqual(['a', 'b']);
  });
});

test('a comment has 1 to 2,000 characters without the space around it', () => {
  expect(checkComment(' \r\n ')).toMatchObject({ problem: { code: 'comment-empty' } });
  expect(checkComment(` a\r\nb `)).toEqual({ ok: true, value: 'a\nb' });
  expect(checkComment('x'.repeat(2001))).toMatchObject({ problem: { has: 2001 } });
});
