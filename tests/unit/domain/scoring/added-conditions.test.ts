// The conditions of format 2, from the examples and words of scoring.md, What charter format 2 adds, 5 to 7.
import { expect, test } from 'vitest';
import { cheapestPath } from '#app/domain/scoring/cheapest-path.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import { answersOf, charterOf, level, type LevelParts } from '#tests/support/charter-factory.ts';

const criteria = ['A1', 'A2', 'B1', 'B2', 'B3'].map((id) => ({ id, section: id.charAt(0) }));
const none = 'There is none here.';

type Claims = Readonly<Record<string, number | string>>;

function only(parts: LevelParts, claims: Claims) {
  const charter = charterOf({ criteria, levels: [level('only', parts)] });
  return scoreAssessment(charter, answersOf(claims)).levels[0];
}

function way(parts: LevelParts, claims: Claims, pins: readonly string[] = []) {
  const charter = charterOf({ criteria, levels: [level('only', parts)] });
  return cheapestPath(charter, answersOf(claims), { to: 'only', pins: new Set(pins) });
}

test('a floor holds for every applicable criterion, and that of a section for its own', () => {
  const all = { A1: 1, A2: 1, B1: 1, B2: 1, B3: none };
  expect(only({ floor: 1 }, all)?.met).toBe(true);
  expect(only({ floor: 1 }, { ...all, A2: 0 })?.conditions).toEqual([
    { kind: 'floor', met: false, section: null, needs: 1, below: ['A2'], short: 1 },
  ]);
  const both = { floor: 1, floors: { B: 2 } };
  expect(only(both, { ...all, B1: 2, B2: 2 })?.met).toBe(true);
  expect(only(both, all)?.conditions.map(({ met, short }) => [met, short])).toEqual([
    [true, 0],
    [false, 2],
  ]);
});

test('the larger of the two floors holds', () => {
  expect(only({ floor: 2, floors: { B: 1 } }, { A1: 2, A2: 2, B1: 1, B2: 2, B3: 2 })?.met).toBe(
    false,
  );
});

test('a criterion without an answer is below any floor', () => {
  expect(only({ floor: 1 }, { A1: 4, A2: 4, B1: 4, B2: 4 })?.conditions[0]).toMatchObject({
    below: ['B3'],
  });
});

const two = { id: 'two', rating: 3, count: 2, of: ['B1', 'B2', 'B3'] };

test('so many of some criteria: as many as are asked, and no more than are left', () => {
  expect(only({ anyOf: [two] }, { A1: 0, B1: 3, B2: 4 })?.met).toBe(true);
  expect(only({ anyOf: [two] }, { A1: 0, B1: 3, B2: 2 })?.conditions).toEqual([
    {
      kind: 'any-of',
      met: false,
      id: 'two',
      rating: 3,
      of: ['B1', 'B2', 'B3'],
      needs: 2,
      has: 1,
      left: 3,
      minimumLeft: 1,
      short: 1,
    },
  ]);
  expect(only({ anyOf: [two] }, { B1: 3, B2: none, B3: none })?.met).toBe(true);
});

test('where fewer are left than it takes, nothing meets it', () => {
  const atLeastTwo = { ...two, minimumLeft: 2 };
  const claims = { A1: 4, B1: 4, B2: none, B3: none };
  expect(only({ anyOf: [atLeastTwo] }, claims)).toMatchObject({
    met: false,
    conditions: [{ met: false, left: 1, short: 0 }],
  });
  expect(way({ anyOf: [atLeastTwo] }, claims)).toMatchObject({
    status: 'unreachable',
    reasons: [{ kind: 'too-few-left', anyOf: 'two' }],
  });
});

test('all of them not applicable is not a way to win', () => {
  expect(only({ anyOf: [two] }, { A1: 4, B1: none, B2: none, B3: none })?.met).toBe(false);
});

test('answers by name count as coverage counts them', () => {
  const parts = { answered: ['A1', 'B1'] };
  expect(only(parts, { A1: 0, B1: none })?.met).toBe(true);
  expect(only(parts, { A1: 0 })?.conditions).toEqual([
    { kind: 'answered', met: false, criteria: ['A1', 'B1'], unanswered: ['B1'], short: 1 },
  ]);
});

test('the cheapest way raises to the floor, and takes the cheaper of the criteria that count', () => {
  const found = way(
    { floor: 1, anyOf: [{ ...two, count: 1 }] },
    { A1: 1, A2: 0, B1: 1, B2: 2, B3: 1 },
  );
  expect(found.steps.map(({ criterion, from, to }) => [criterion, from, to])).toEqual([
    ['A2', 0, 1],
    ['B2', 2, 3],
  ]);
});

test('a pinned criterion does not count, and is the reason where too many are pinned', () => {
  const claims = { A1: 1, A2: 1, B1: 2, B2: 1, B3: 1 };
  expect(way({ anyOf: [two] }, claims, ['B1']).steps).toHaveLength(2);
  expect(way({ anyOf: [two] }, claims, ['B1', 'B2'])).toMatchObject({
    status: 'unreachable',
    reasons: [
      { kind: 'pin', criterion: 'B1' },
      { kind: 'pin', criterion: 'B2' },
    ],
  });
});

test('also answer lists what is named first, then the earliest others that coverage needs', () => {
  const found = way({ answered: ['B3'], coverage: '60', floors: { A: 1 } }, { A1: 1, A2: 0 });
  expect(found).toMatchObject({ status: 'reachable', alsoAnswer: ['B3'] });
  expect(
    way({ answered: ['B3'], coverage: '80', floors: { A: 1 } }, { A1: 1, A2: 0 }),
  ).toMatchObject({ alsoAnswer: ['B3', 'B1'] });
});

test('a step of format 2 names its months and the fewest items of evidence, by kind', () => {
  const action = (months: number) => ({
    objective: 'Do it',
    steps: ['Begin'],
    owner: 'A lead',
    measure: 'Done',
    months,
  });
  const charter = charterOf({
    format: 2,
    kinds: ['testimony', 'figure'].map((id) => ({ id, label: id, means: id })),
    criteria: [
      {
        id: 'A1',
        suggestedActions: [null, action(3), action(6), action(12), action(24)],
        evidenceRules: [
          { from: 2, minimum: 2 },
          { from: 3, minimum: 1, kind: 'testimony' },
          { from: 3, minimum: 2, kind: 'figure' },
        ],
      },
      { id: 'A2', suggestedActions: [null, action(2), action(2), action(2), action(2)] },
    ],
    levels: [level('only', { requires: { A1: 3, A2: 1 } })],
  });
  const to = (claimed: number) =>
    cheapestPath(charter, answersOf({ A1: claimed }), { to: 'only', pins: new Set() });
  const evidence = {
    items: 3,
    kinds: [
      { kind: 'testimony', items: 1 },
      { kind: 'figure', items: 2 },
    ],
  };
  expect(to(1)).toMatchObject({
    months: 18,
    steps: [
      { months: 18, evidence },
      { months: 2, evidence: { items: 0 } },
    ],
  });
  // What is claimed already takes evidence alone.
  expect(to(3)).toMatchObject({
    months: 2,
    steps: [{ from: 1, months: 0, evidence }, { months: 2 }],
  });
  expect(
    cheapestPath(charter, answersOf({ A1: 1 }), { to: 'only', pins: new Set(), monthsLeft: 17 }),
  ).toMatchObject({ status: 'unreachable', reasons: [{ kind: 'date', criterion: 'A1' }] });
});
