import { describe, expect, test } from 'vitest';
import { checkComment, decideComment, mentionsIn } from '#app/domain/assessment/comment.ts';
import { charterOf } from '#tests/support/charter-factory.ts';

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

describe('writing a comment', () => {
  const charter = charterOf({ criteria: [{ id: 'a' }] });
  const facts = {
    criterion: 'a',
    text: ' @Ann Lee, look ',
    mentions: ['sian', 'stranger', 'aisha'],
    by: 'aisha',
    readers: PEOPLE,
    writtenToday: 199,
  };

  test('mentions those chosen and those named who may read it, and never who writes it', () => {
    expect(decideComment(charter, facts)).toMatchObject({
      ok: true,
      value: { text: '@Ann Lee, look', mentioned: [{ id: 'ann' }, { id: 'sian' }] },
    });
  });

  const crowd = Array.from({ length: 21 }, (_, at) => ({ id: `p${at}`, name: `Person ${at}` }));

  test.each([
    [{ criterion: 'z' }, { code: 'not-found' }],
    [{ text: ' ' }, { code: 'comment-empty' }],
    [{ writtenToday: 200 }, { code: 'too-many-comments', most: 200 }],
    [
      { readers: crowd, mentions: crowd.map(({ id }) => id) },
      { code: 'too-many-mentions', most: 20 },
    ],
  ])('%# is refused', (parts, problem) => {
    expect(decideComment(charter, { ...facts, ...parts })).toEqual({ ok: false, problem });
  });
});
