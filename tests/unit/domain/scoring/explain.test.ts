import { expect, test } from 'vitest';
import { explainLevels } from '#app/domain/scoring/explain.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import { answersOf, charterOf, level, threshold } from '#tests/support/charter-factory.ts';

const charter = charterOf({
  criteria: [
    { id: 'A1', weight: 3 },
    { id: 'A2', evidenceRules: [{ from: 2, minimum: 1 }] },
    { id: 'B1', section: 'B' },
    { id: 'B2', section: 'B' },
  ],
  levels: [
    level('first', { overall: '50' }),
    level('second', { section: '75', requires: { A2: 3, B2: 4 }, coverage: '100' }),
  ],
});
const card = scoreAssessment(charter, answersOf({ A1: 3, A2: 4, B2: 'None.' }));
const [first, second] = explainLevels(card);

test('the overall row lists every criterion in it, the points needed, and the most telling first', () => {
  expect(first).toMatchObject({ level: 'first', met: true, reached: true, unmetBelow: [] });
  expect(first?.rows).toEqual([
    {
      kind: 'overall',
      met: true,
      needs: threshold('50'),
      has: { points: 10, available: 20 },
      short: 0,
      pointsNeeded: 10,
      contributions: [
        { criterion: 'A1', weight: 3, supported: 3, points: 9, available: 12 },
        { criterion: 'A2', weight: 1, supported: 1, points: 1, available: 4 },
        { criterion: 'B1', weight: 1, supported: 0, points: 0, available: 4 },
      ],
      decidedBy: ['B1', 'A1', 'A2'],
    },
  ]);
});

test('a section row lists only the criteria of its section', () => {
  const row = second?.rows[1];
  expect(row).toMatchObject({ kind: 'section', section: 'B', met: false, short: 3 });
  expect(row?.kind === 'section' && row.contributions.map(({ criterion }) => criterion)).toEqual([
    'B1',
  ]);
});

test('a required row gives the claim and the reason why it counts only in part', () => {
  expect(second?.rows[2]).toEqual({
    kind: 'required',
    met: false,
    criterion: 'A2',
    needs: 3,
    has: 1,
    short: 2,
    claimed: 4,
    reasons: [{ kind: 'evidence', from: 2, minimum: 1, has: 0 }],
    decidedBy: ['A2'],
  });
});

test('a required criterion that is not applicable satisfies its row and decides nothing', () => {
  expect(second?.rows[3]).toMatchObject({ met: true, has: null, decidedBy: [] });
});

test('the coverage row names the answered and the unanswered criteria', () => {
  expect(second?.rows[4]).toMatchObject({
    kind: 'coverage',
    met: false,
    answersNeeded: 3,
    answered: ['A1', 'A2'],
    decidedBy: ['B1'],
    short: 1,
  });
  expect(second).toMatchObject({
    coverage: { points: 2, available: 3 },
    notApplicable: ['B2'],
    nothingApplicable: false,
  });
});

test('a level that is met above one that is not names what holds it back', () => {
  const gap = charterOf({
    criteria: [{ id: 'A1' }],
    levels: [level('low', { requires: { A1: 2 } }), level('high', { overall: '25' })],
  });
  const [, high] = explainLevels(scoreAssessment(gap, answersOf({ A1: 1 })));
  expect(high).toMatchObject({ met: true, reached: false, unmetBelow: ['low'] });
});

test('a charter with nothing applicable says so', () => {
  const claims = { A1: 'None.', A2: 'None.', B1: 'None.', B2: 'None.' };
  const [only] = explainLevels(scoreAssessment(charter, answersOf(claims)));
  expect(only).toMatchObject({ met: false, nothingApplicable: true });
  expect(only?.rows[0]).toMatchObject({ has: null, short: 0, pointsNeeded: 0 });
});
