import { expect, test } from 'vitest';
import { decideAssigning } from '#app/domain/assessment/assigning.ts';
import { charterOf } from '#tests/support/charter-factory.ts';

const charter = charterOf({ criteria: [{ id: 'a' }, { id: 'b' }] });
const [ann, bob] = [{ id: 'ann' }, { id: 'bob' }];
const there = [
  { criterion: 'a', userId: 'ann' },
  { criterion: 'a', userId: 'bob' },
];
const facts = { writers: [ann, bob], there, by: 'ann' };

test('ticks of a person change nothing of others', () => {
  const ticked = { person: 'bob', criteria: ['b', 'b'] };
  expect(decideAssigning(charter, { ...facts, ticked })).toEqual({
    ok: true,
    value: {
      added: [{ criterion: 'b', userId: 'bob' }],
      removed: [{ criterion: 'a', userId: 'bob' }],
      asked: [bob],
    },
  });
});

test('ticks of a criterion change nothing of others; nobody hears of what they ask themselves', () => {
  const ticked = { criterion: 'b', people: ['ann'] };
  expect(decideAssigning(charter, { ...facts, ticked })).toEqual({
    ok: true,
    value: { added: [{ criterion: 'b', userId: 'ann' }], removed: [], asked: [] },
  });
});

test('what is ticked already stays, and nobody hears of it again', () => {
  const ticked = { criterion: 'a', people: ['ann', 'bob'] };
  const value = { added: [], removed: [], asked: [] };
  expect(decideAssigning(charter, { ...facts, ticked })).toEqual({ ok: true, value });
});

test.each([
  [{ person: 'bob', criteria: ['z'] }, 'not-found'],
  [{ criterion: 'z', people: ['bob'] }, 'not-found'],
  [{ person: 'zoe', criteria: ['a'] }, 'cannot-answer'],
])('%# is refused', (ticked, code) => {
  const decided = decideAssigning(charter, { ...facts, ticked });
  expect(decided).toEqual({ ok: false, problem: { code } });
});
