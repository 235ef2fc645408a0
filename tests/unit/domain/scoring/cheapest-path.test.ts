import { expect, test } from 'vitest';
import type { CountedAnswers } from '#app/domain/scoring/answer.ts';
import type { Charter } from '#app/domain/charter/charter.ts';
import { cheapestPath } from '#app/domain/scoring/cheapest-path.ts';
import {
  answersOf,
  charterOf,
  counts,
  level,
  ratioOf,
  relativeLikelihood,
  type CriterionParts,
} from '#tests/support/charter-factory.ts';

function to(target: string, charter: Charter, set: CountedAnswers, pins: readonly string[] = []) {
  return cheapestPath(charter, set, { to: target, pins: new Set(pins) });
}

const half = [level('half', { overall: '50' })];
const moves = (path: ReturnType<typeof to>) =>
  path.steps.map(({ criterion, from, to: end }) => `${criterion} ${from}-${end}`);

test('the raises with the least total effort are taken', () => {
  const charter = charterOf({
    criteria: [
      { id: 'A1', effort: [1, 9, 9, 9] },
      { id: 'A2', effort: [3, 3, 3, 3] },
    ],
    levels: half,
  });
  const path = to('half', charter, answersOf({ A1: 0, A2: 0 }));
  expect(path).toEqual({
    status: 'reachable',
    steps: [
      { criterion: 'A1', from: 0, to: 1, effort: 1 },
      { criterion: 'A2', from: 0, to: 3, effort: 9 },
    ],
    alsoAnswer: [],
    enterCounts: [],
    reasons: [],
    total: 10,
    after: { overall: { points: 4, available: 8 }, level: 'half' },
  });
});

test('of equal effort, the fewest criteria are changed, even if others come earlier', () => {
  const charter = charterOf({
    criteria: [{ id: 'A1' }, { id: 'A2' }],
    levels: [level('most', { overall: '75' })],
  });
  expect(moves(to('most', charter, answersOf({ A1: 3, A2: 0 })))).toEqual(['A2 0-3']);
});

test('of equally many, the earliest positions are taken, sections as listed', () => {
  const criteria = ['B1', 'A1', 'C1'].map((id) => ({ id, section: id.charAt(0) }));
  const charter = charterOf({ criteria, levels: [level('some', { overall: '33' })] });
  expect(moves(to('some', charter, answersOf({})))).toEqual(['B1 0-4']);
  expect(moves(to('some', charter, answersOf({}), ['B1']))).toEqual(['A1 0-4']);
});

test('of the same criteria, the earliest is raised most', () => {
  const charter = charterOf({
    criteria: [{ id: 'A1' }, { id: 'A2' }],
    levels: [level('most', { overall: '75' })],
  });
  expect(moves(to('most', charter, answersOf({})))).toEqual(['A1 0-4', 'A2 0-2']);
});

test('every level below the target is met too', () => {
  const charter = charterOf({
    criteria: [{ id: 'A1' }, { id: 'A2' }],
    levels: [level('low', { requires: { A2: 2 } }), level('high', { overall: '50' })],
  });
  const path = to('high', charter, answersOf({ A1: 4, A2: 0 }));
  expect(moves(path)).toEqual(['A2 0-2']);
  expect(path.after.level).toBe('high');
});

test('section thresholds and their overrides are met', () => {
  const charter = charterOf({
    criteria: [{ id: 'A1' }, { id: 'B1', section: 'B' }],
    levels: [level('only', { section: '50', sections: { B: '75' } })],
  });
  expect(moves(to('only', charter, answersOf({})))).toEqual(['A1 0-2', 'B1 0-3']);
});

test('lifting an evidence cap costs as much as raising the supported rating', () => {
  const charter = charterOf({
    criteria: [{ id: 'A1', effort: [1, 5, 7, 9], evidenceRules: [{ from: 2, minimum: 1 }] }],
    levels: half,
  });
  const path = to('half', charter, answersOf({ A1: 4 }));
  expect(path.steps).toEqual([{ criterion: 'A1', from: 1, to: 2, effort: 5 }]);
});

test('coverage that falls short lists the earliest criteria to answer, for no effort', () => {
  const criteria = ['A1', 'A2', 'A3', 'A4'].map((id) => ({ id }));
  const charter = charterOf({
    criteria,
    levels: [level('only', { coverage: '75', requires: { A3: 1 } })],
  });
  const path = to('only', charter, answersOf({ A4: 2 }));
  expect(moves(path)).toEqual(['A3 0-1']);
  expect(path.alsoAnswer).toEqual(['A1']);
  expect([path.total, path.after.level]).toEqual([1, 'only']);
});

test('a pinned criterion is never raised, but may be answered', () => {
  const charter = charterOf({
    criteria: [{ id: 'A1' }, { id: 'A2' }],
    levels: [level('only', { overall: '25', coverage: '100' })],
  });
  const path = to('only', charter, answersOf({}), ['A1']);
  expect(moves(path)).toEqual(['A2 0-2']);
  expect(path.alsoAnswer).toEqual(['A1']);
});

test('a level that is met with all below it needs nothing', () => {
  const charter = charterOf({ criteria: [{ id: 'A1' }], levels: half });
  expect(to('half', charter, answersOf({ A1: 2 }))).toMatchObject({
    status: 'already-met',
    steps: [],
    total: 0,
    after: { level: 'half' },
  });
});

test('a pin in the way is the reason why a level cannot be reached', () => {
  const charter = charterOf({
    criteria: [{ id: 'A1' }, { id: 'A2' }],
    levels: [level('only', { requires: { A1: 2 } })],
  });
  expect(to('only', charter, answersOf({}), ['A1', 'A2'])).toMatchObject({
    status: 'unreachable',
    reasons: [{ kind: 'pin', criterion: 'A1' }],
    steps: [],
  });
});

const capped = (rest: readonly CriterionParts[], needs: Parameters<typeof level>[1]) =>
  charterOf({
    criteria: [
      { id: 'A1', indicatorRules: [{ indicator: 'ratio', from: 3, min: ratioOf('0.80') }] },
      ...rest,
    ],
    levels: [level('only', needs)],
    indicators: [relativeLikelihood('ratio', 10)],
  });
const bad = { ratio: counts([1, 10], [10, 10]) };

test('an indicator out of bounds is a ceiling that no effort lifts', () => {
  const required = capped([], { requires: { A1: 3 } });
  expect(to('only', required, answersOf({}, bad))).toMatchObject({
    status: 'unreachable',
    reasons: [{ kind: 'indicator', criterion: 'A1', indicator: 'ratio' }],
    enterCounts: [],
  });
  const around = capped([{ id: 'A2' }], { overall: '50' });
  expect(moves(to('only', around, answersOf({}, bad)))).toEqual(['A2 0-4']);
});

test('where the counts are merely missing, they are to be entered instead', () => {
  const path = to('only', capped([], { requires: { A1: 3 } }), answersOf({}));
  expect(path).toMatchObject({
    status: 'unreachable',
    reasons: [],
    enterCounts: [{ criterion: 'A1', indicator: 'ratio' }],
  });
});

test('counts that may open a way with less effort are listed beside the way that is open now', () => {
  const charter = capped([{ id: 'A2', effort: [5, 5, 5, 5] }], { overall: '50' });
  const path = to('only', charter, answersOf({}));
  expect(path).toMatchObject({ status: 'reachable', total: 12 });
  expect(moves(path)).toEqual(['A1 0-2', 'A2 0-2']);
  expect(path.enterCounts).toEqual([{ criterion: 'A1', indicator: 'ratio' }]);
  const enough = capped([{ id: 'A2' }], { overall: '25' });
  expect(to('only', enough, answersOf({})).enterCounts).toEqual([]);
});

test('with nothing applicable no level can be reached', () => {
  const charter = charterOf({ criteria: [{ id: 'A1' }], levels: half });
  expect(to('half', charter, answersOf({ A1: 'None.' }))).toMatchObject({
    status: 'unreachable',
    reasons: [{ kind: 'nothing-applicable' }],
    after: { overall: null, level: null },
  });
});

test('what is not applicable stays so', () => {
  const charter = charterOf({ criteria: [{ id: 'A1' }, { id: 'A2' }], levels: half });
  expect(moves(to('half', charter, answersOf({ A1: 'None.' })))).toEqual(['A2 0-2']);
});

test('a level that the charter does not have is refused', () => {
  const charter = charterOf({ criteria: [{ id: 'A1' }], levels: half });
  expect(() => to('top', charter, answersOf({}))).toThrow(RangeError);
});
