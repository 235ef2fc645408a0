import { describe, expect, test } from 'vitest';
import { checkAction } from '#app/domain/plan/check-action.ts';
import { suggestedAction, suggestedActions } from '#app/domain/plan/suggested.ts';
import { EMPTY_ACTION } from '#app/domain/plan/per-field.ts';
import { cheapestPath } from '#app/domain/scoring/cheapest-path.ts';
import { allCriteria } from '#app/domain/charter/charter.ts';
import { answersOf, charterOf, level, relativeLikelihood } from '#tests/support/charter-factory.ts';
import { loadCharterLibrary } from '#app/adapters/charter-files/charter-library.ts';
import path from 'node:path';

const suggestion = (objective: string, months: number) => ({
  objective,
  steps: ['Ask', 'Announce'],
  owner: 'Chief people officer',
  measure: 'A name in the minutes',
  months,
});
const suggestedActionsOf = (id: string) => [
  null,
  suggestion(`Plan ${id}`, 3),
  suggestion(`Run ${id}`, 11),
];
const charter = charterOf({
  highest: 2,
  criteria: [
    { id: 'a', suggestedActions: suggestedActionsOf('a') },
    { id: 'b', suggestedActions: suggestedActionsOf('b'), effort: [9, 9] },
    { id: 'c', suggestedActions: [null, null, null] },
  ],
  levels: [
    level('low', { requires: { a: 1 } }),
    level('high', { overall: '50', requires: { c: 1 } }),
  ],
});
const plan = {
  charter,
  answerSet: answersOf({ a: 0, b: 0, c: 0 }),
  targetLevel: 'high',
  pins: new Set<string>(),
  actions: [],
  startOn: '2027-03-31',
};

/** The suggestions once the cheapest way is known. */
function suggested(given: Omit<Parameters<typeof suggestedActions>[0], 'way'>) {
  const { charter: asked, answerSet, targetLevel, pins } = given;
  const way = cheapestPath(asked, answerSet, { to: targetLevel, pins });
  return suggestedActions({ ...given, way });
}

describe('a suggested action', () => {
  test('is the charter’s text, due when its months have passed', () => {
    expect(suggestedAction(charter, { criterion: 'b', to: 2 }, '2027-03-31')).toEqual({
      ...EMPTY_ACTION,
      criteria: ['b'],
      objective: 'Run b',
      steps: ['Ask', 'Announce'],
      owner: 'Chief people officer',
      startOn: '2027-03-31',
      dueOn: '2028-02-29',
      successMeasure: 'A name in the minutes',
    });
  });

  test('is missing where the charter has none for the rating', () => {
    expect(suggestedAction(charter, { criterion: 'c', to: 1 }, '2027-03-31')).toBeNull();
    expect(suggestedAction(charter, { criterion: 'z', to: 1 }, '2027-03-31')).toBeNull();
    expect(suggestedAction(charter, { criterion: 'a', to: 0 }, '2027-03-31')).toBeNull();
  });

  test('of every published charter can be added as it is', async () => {
    const { versions } = await loadCharterLibrary(
      path.resolve(import.meta.dirname, '../../../../charter-criteria'),
    );
    expect(versions.size).toBeGreaterThan(0);
    for (const { charter: shipped } of versions.values()) {
      for (const { id, suggestedActions: all } of allCriteria(shipped)) {
        for (const to of all.keys()) {
          const action = suggestedAction(shipped, { criterion: id, to }, '2027-03-31');
          if (action !== null)
            expect(checkAction(action, shipped)).toEqual({ ok: true, value: action });
        }
      }
    }
  });
});

describe('suggested actions for the gaps', () => {
  test('follow the cheapest way', () => {
    expect(suggested(plan).map(({ criterion, to }) => [criterion, to])).toEqual([['a', 2]]);
  });

  test('leave out criteria that an action has already', () => {
    expect(suggested({ ...plan, actions: [{ criteria: ['z', 'a'] }] })).toEqual([]);
  });

  test('leave out what is pinned, and are none where the level is met', () => {
    const pinned = suggested({ ...plan, pins: new Set(['a']) });
    expect(pinned.map(({ criterion }) => criterion)).not.toContain('a');
    const met = answersOf({ a: 2, b: 2, c: 2 });
    expect(suggested({ ...plan, answerSet: met })).toEqual([]);
  });

  test('are those of the required ratings while the way is not known', () => {
    const found = suggestedActions({ ...plan, answerSet: answersOf({ a: 0, b: 0 }), way: null });
    expect(found.map(({ criterion, to }) => [criterion, to])).toEqual([['a', 1]]);
  });

  test('are those of the required ratings where the level is out of reach', () => {
    const blocked = charterOf({
      highest: 2,
      criteria: [
        { id: 'a', suggestedActions: suggestedActionsOf('a') },
        {
          id: 'b',
          suggestedActions: suggestedActionsOf('b'),
          indicatorRules: [{ indicator: 'reach', from: 1, min: { numerator: 1, denominator: 1 } }],
        },
      ],
      indicators: [relativeLikelihood('reach')],
      levels: [level('low', { requires: { a: 1, b: 2 } }), level('high', { requires: { a: 2 } })],
    });
    const found = suggested({ ...plan, charter: blocked, answerSet: answersOf({ a: 1 }) });
    expect(found.map(({ criterion, to }) => [criterion, to])).toEqual([
      ['a', 2],
      ['b', 2],
    ]);
  });
});
