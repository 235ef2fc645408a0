import { expect, test } from 'vitest';
import { carryOver } from '#app/domain/assessment/carried-answers.ts';
import {
  boundTo,
  checkMove,
  movedActions,
  movedAnswer,
  replacedCounts,
} from '#app/domain/assessment/moved-rows.ts';
import {
  answer,
  charterOf,
  level,
  relativeLikelihood,
  trend,
} from '#tests/support/charter-factory.ts';

const from = charterOf({
  criteria: [{ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'd' }, { id: 'e' }],
  levels: [level('half', { overall: '50' }), level('most', { overall: '80' })],
  indicators: [relativeLikelihood('ratio'), trend('trend')],
});
/** a stays, b is asked otherwise, c has another id, d and e become one; `ratio` is a trend now. */
const to = charterOf({
  version: '2.0.0',
  criteria: [
    { id: 'a' },
    { id: 'b', question: 'Something else?' },
    { id: 'c2', replaces: ['c'] },
    { id: 'de', replaces: ['d', 'e'] },
    { id: 'new' },
  ],
  levels: [level('half', { overall: '50' })],
  indicators: [trend('ratio'), trend('trend')],
});
const wording = { ...from, version: '1.0.1' };
const answers = new Map(['a', 'b', 'c', 'd', 'e'].map((id) => [id, answer({ claimed: 2 })]));
const carried = carryOver(from, to, { answers, indicators: new Map() });

test('a move goes to a later version that is offered, as the preview showed it', () => {
  const facts = {
    to: { published: true, charter: to },
    isRetired: false,
    version: 3,
    readVersion: 3,
  };
  expect(checkMove(from, facts)).toEqual({ ok: true, value: to });
  for (const parts of [
    { to: undefined },
    { to: { published: false, charter: to } },
    { to: { published: true, charter: from } },
    { isRetired: true },
  ]) {
    const problem = { code: 'no-such-version' };
    expect(checkMove(from, { ...facts, ...parts })).toEqual({ ok: false, problem });
  }
  const old = { ok: false, problem: { code: 'preview-old' } };
  expect(checkMove(from, { ...facts, readVersion: 2 })).toEqual(old);
});

test('the target stays where the version has it, the round where only the wording differs', () => {
  const bound = { targetLevel: 'most', roundId: 'r1' };
  expect(boundTo(wording, from, bound)).toEqual({ charter: `${from.id}@1.0.1`, ...bound });
  expect(boundTo(to, from, bound)).toEqual({
    charter: `${from.id}@2.0.0`,
    targetLevel: 'half',
    roundId: null,
  });
});

test('an answer that stays as it is is not written again; what changed is to be looked at', () => {
  const moved = (claimed: number | null | undefined) =>
    Object.fromEntries(carried.criteria.map((one) => [one.id, movedAnswer(one, () => claimed)]));
  const same = { isRenamed: false, claimed: 2, statements: null };
  expect(moved(2)).toEqual({
    a: { ...same, from: 'a', isChanged: false, isMarked: false },
    b: { ...same, from: 'b', isChanged: true, isMarked: true },
    c2: { ...same, from: 'c', isRenamed: true, isChanged: true, isMarked: true },
    de: null,
    new: null,
  });
  // The newer scale does not have the rating any more.
  expect(moved(4)).toMatchObject({ a: { isChanged: true, isMarked: false } });
  expect(moved(undefined)).toMatchObject({ a: { isChanged: false }, c2: { isChanged: false } });
});

test('actions follow their criteria, and those that name the same are left alone', () => {
  const [stays, follows, loses] = [
    { criteria: ['a'] },
    { criteria: ['d', 'e', 'c'] },
    { criteria: ['z'] },
  ];
  expect(movedActions([stays, follows, loses], carried)).toEqual([
    { action: follows, criteria: ['de', 'c2'] },
    { action: loses, criteria: [] },
  ]);
});

test('counts of an indicator that means something else now go', () => {
  const counts = [{ indicator: 'ratio' }, { indicator: 'trend' }];
  expect(replacedCounts(counts, carried)).toEqual([{ indicator: 'ratio' }]);
});
