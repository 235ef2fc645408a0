import { expect, test } from 'vitest';
import { comesAlong, decideCopying } from '#app/domain/assessment/copying.ts';
import { answer, charterOf } from '#tests/support/charter-factory.ts';

const charter = charterOf({ criteria: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] });
const told = { ...answer({ claimed: 2 }), narrative: 'Ours.' };
const side = (id: string, answered: readonly string[]) => ({
  id,
  charter,
  answerSet: { answers: new Map(answered.map((criterion) => [criterion, told])) },
});
const [source, target] = [side('old', ['a', 'b', 'c']), side('new', ['b'])];
const nothing = { ok: false, problem: { code: 'nothing-to-copy' } };

test('what is asked for is copied where nothing is written yet', () => {
  expect(decideCopying({ source, target, criteria: ['a', 'b', 'z'] })).toEqual({
    ok: true,
    value: [{ criterion: 'a', from: 'a', answer: told }],
  });
});

test('nothing is copied over a text, nor from an assessment to itself', () => {
  expect(decideCopying({ source, target, criteria: ['b'] })).toEqual(nothing);
  expect(decideCopying({ source, target: { ...target, id: 'old' }, criteria: ['a'] })).toEqual(
    nothing,
  );
});

test('a file stays inside its organisation, a link goes anywhere', () => {
  const [file, link] = [{ fileId: 'f1' }, { fileId: null }];
  const [same, other] = [
    { from: 'ours', to: 'ours' },
    { from: 'ours', to: 'theirs' },
  ];
  expect([comesAlong(file, same), comesAlong(file, other)]).toEqual([true, false]);
  expect([comesAlong(link, same), comesAlong(link, other)]).toEqual([true, true]);
});

test('an answer without a text is copied where the charter asks for none, and only there', () => {
  const optional = charterOf({
    criteria: [
      { id: 'a', narrative: 'optional' },
      { id: 'b', notApplicable: 'Anywhere', notApplicableReason: 'none' },
      { id: 'c' },
    ],
  });
  const answers = new Map([
    ['a', answer({ claimed: 1 })],
    ['b', answer({ notApplicable: '' })],
    ['c', answer({ claimed: 1 })],
  ]);
  const copied = decideCopying({
    source: { id: 'old', charter: optional, answerSet: { answers } },
    target: { id: 'new', charter: optional, answerSet: { answers: new Map() } },
    criteria: ['a', 'b', 'c'],
  });
  expect(copied.ok && copied.value.map(({ criterion }) => criterion)).toEqual(['a', 'b']);
});
