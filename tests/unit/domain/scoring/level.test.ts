import { expect, test } from 'vitest';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import {
  answersOf,
  charterOf,
  level,
  threshold,
  type LevelParts,
} from '#tests/support/charter-factory.ts';

const criteria = [
  { id: 'A1' },
  { id: 'A2' },
  { id: 'B1', section: 'B' },
  { id: 'B2', section: 'B' },
];

function levelOf(parts: LevelParts, claims: Readonly<Record<string, number | string>>) {
  const charter = charterOf({ criteria, highest: 5, levels: [level('only', parts)] });
  const [only] = scoreAssessment(charter, answersOf(claims)).levels;
  return only ?? { met: false, conditions: [] };
}

test('the overall score is enough when it equals the threshold', () => {
  const three = { A1: 3, A2: 3, B1: 3, B2: 3 };
  expect(levelOf({ overall: '60' }, three).met).toBe(true);
  expect(levelOf({ overall: '60.01' }, three)).toEqual({
    id: 'only',
    met: false,
    conditions: [
      {
        kind: 'overall',
        met: false,
        needs: threshold('60.01'),
        has: { points: 12, available: 20 },
        short: 1,
      },
    ],
  });
});

test('every section with a score needs the section threshold', () => {
  const parts = { section: '50' };
  expect(levelOf(parts, { A1: 5, B1: 5 }).met).toBe(true);
  const uneven = levelOf(parts, { A1: 5, A2: 5, B1: 4 });
  expect(uneven.conditions.map(({ met, short }) => [met, short])).toEqual([
    [true, 0],
    [false, 1],
  ]);
});

test('a section override replaces the section threshold in that section only', () => {
  const parts = { section: '50', sections: { B: '40' } };
  expect(levelOf(parts, { A1: 5, B1: 4 }).met).toBe(true);
  expect(levelOf(parts, { A1: 4, B1: 4 }).met).toBe(false);
  const alone = levelOf({ sections: { B: '40' } }, { B1: 4 });
  expect(alone.conditions).toHaveLength(1);
  expect(alone.met).toBe(true);
});

test('a section with no applicable criterion has no condition to meet', () => {
  const scored = levelOf({ section: '50' }, { A1: 5, B1: 'None.', B2: 'None.' });
  expect(scored.met).toBe(true);
  expect(scored.conditions).toHaveLength(1);
});

test('a required criterion needs its rating, and not applicable satisfies it', () => {
  const parts = { requires: { A1: 3 } };
  expect(levelOf(parts, { A1: 3 }).met).toBe(true);
  expect(levelOf(parts, { A1: 2 }).conditions).toEqual([
    { kind: 'required', met: false, criterion: 'A1', needs: 3, has: 2, short: 1 },
  ]);
  expect(levelOf(parts, { A1: 'None.' }).conditions).toEqual([
    { kind: 'required', met: true, criterion: 'A1', needs: 3, has: null, short: 0 },
  ]);
});

test('coverage is answered over applicable, not applicable on neither side', () => {
  const parts = { coverage: '66.67' };
  expect(levelOf(parts, { A1: 0, A2: 0 }).met).toBe(false);
  expect(levelOf(parts, { A1: 0, A2: 0, B1: 0 }).met).toBe(true);
  expect(levelOf(parts, { A1: 0, A2: 0, B1: 'None.' }).conditions).toEqual([
    {
      kind: 'coverage',
      met: false,
      needs: threshold('66.67'),
      has: { points: 2, available: 3 },
      short: 1,
    },
  ]);
});

test('a level that asks nothing is met as soon as a criterion is applicable', () => {
  expect(levelOf({}, {})).toEqual({ id: 'only', met: true, conditions: [] });
});

test('the level reached is the highest such that it and every level below it are met', () => {
  const charter = charterOf({
    criteria,
    highest: 5,
    levels: [
      level('first', { overall: '20' }),
      level('second', { overall: '40', requires: { A1: 3 } }),
      level('third', { overall: '60' }),
    ],
  });
  const result = (claims: Readonly<Record<string, number>>) => {
    const card = scoreAssessment(charter, answersOf(claims));
    return [card.level, card.levels.map(({ met }) => met)];
  };
  expect(result({ A1: 5 })).toEqual(['first', [true, false, false]]);
  expect(result({ A1: 5, A2: 5 })).toEqual(['second', [true, true, false]]);
  expect(result({ A1: 2, A2: 5, B1: 5 })).toEqual(['first', [true, false, true]]);
  expect(result({ A1: 5, A2: 5, B1: 5 })).toEqual(['third', [true, true, true]]);
  expect(result({ A1: 1 })).toEqual([null, [false, false, false]]);
});
