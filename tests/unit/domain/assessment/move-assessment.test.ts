import fc from 'fast-check';
import { EMPTY_ACTION } from '#app/domain/plan/per-field.ts';
import { expect, test } from 'vitest';
import { misfits } from '#app/domain/charter/file-misfits.ts';
import {
  type Assessment,
  assessmentFile,
  assessmentOf,
} from '#app/domain/formats/assessment-file.ts';
import { assessmentFileOf } from '#app/domain/formats/export-assessment.ts';
import { moveAssessment } from '#app/domain/assessment/move-assessment.ts';
import type { Charter } from '#app/domain/charter/charter.ts';
import { anyAssessment } from '#tests/arbitraries/assessments.ts';
import { charterOf, level, relativeLikelihood, trend } from '#tests/support/charter-factory.ts';

const from = charterOf({
  criteria: [{ id: 'A1' }, { id: 'A2' }, { id: 'A3' }, { id: 'B1' }],
  levels: [level('half', { overall: '50' }), level('most', { overall: '80' })],
  indicators: [relativeLikelihood('ratio'), trend('trend')],
});

/** A1 is renamed, A2 and A3 merged, B1 removed; `most` is gone and `ratio` is a trend now. */
const to: Charter = {
  ...charterOf({
    version: '2.0.0',
    criteria: [
      { id: 'N1', replaces: ['A1'] },
      { id: 'N2', replaces: ['A2', 'A3'] },
    ],
    levels: [level('half', { overall: '50' })],
    indicators: [trend('ratio'), trend('trend')],
  }),
};

function moved(assessment: Assessment) {
  const result = moveAssessment(assessment, from, to);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

const [sample] = fc.sample(anyAssessment, { numRuns: 1, seed: 7 });
if (sample === undefined) throw new Error('no sample');
const said = { claimed: 2, notApplicable: null, narrative: 'Ours.', evidence: [] };
const full = {
  ...sample,
  targetLevel: 'most',
  answerSet: {
    answers: new Map(['A1', 'A2', 'A3', 'B1'].map((id) => [id, { ...said, narrative: id }])),
    indicators: new Map(
      ['ratio', 'trend'].map((id) => [
        id,
        { first: { numerator: 1, denominator: 2 }, second: { numerator: 1, denominator: 2 } },
      ]),
    ),
    sources: new Map([
      ['ratio', 'Payroll'],
      ['trend', 'Survey'],
    ]),
  },
  leftBehind: {
    answers: new Map([['Z9', said]]),
    indicators: new Map(),
    sources: new Map(),
  },
  actions: [
    {
      ...EMPTY_ACTION,
      id: 'action-1',
      criteria: ['A1', 'A3', 'A2', 'B1'],
      objective: 'Begin',
      priority: 'high' as const,
      status: 'on-track' as const,
      carries: '2',
    },
  ],
};

test('whatever is moved, its file fits the newer version and reads back the same', () => {
  fc.assert(
    fc.property(anyAssessment, (assessment) => {
      const { assessment: after } = moved(assessment);
      const file = assessmentFile.parse(JSON.parse(JSON.stringify(assessmentFileOf(after))));
      expect(misfits(file, to)).toEqual([]);
      expect(assessmentOf(file)).toEqual(after);
    }),
    { numRuns: 500 },
  );
});

test('no answer and no count is lost: it is carried or left behind', () => {
  const { assessment } = moved(full);
  expect([...assessment.answerSet.answers].map(([id, { narrative }]) => [id, narrative])).toEqual([
    ['N1', 'A1'],
  ]);
  expect([...assessment.leftBehind.answers.keys()].toSorted()).toEqual(['A2', 'A3', 'B1', 'Z9']);
  expect([...assessment.answerSet.sources]).toEqual([['trend', 'Survey']]);
  expect([...assessment.leftBehind.indicators.keys()]).toEqual(['ratio']);
  expect([...assessment.leftBehind.sources]).toEqual([['ratio', 'Payroll']]);
});

test('the second of two merged answers is left behind also where the first is missing', () => {
  const answers = new Map([['A3', said]]);
  const { assessment } = moved({ ...full, answerSet: { ...full.answerSet, answers } });
  expect([...assessment.leftBehind.answers.keys()]).toEqual(['Z9', 'A3']);
});

test('an action follows its criteria, and what it can no longer name is told', () => {
  const { assessment, unlinked } = moved(full);
  expect(assessment.actions[0]?.criteria).toEqual(['N1', 'N2']);
  expect(unlinked).toEqual([{ objective: 'Begin', criterion: 'B1' }]);
});

test('a target that the newer version does not have is dropped and told', () => {
  const { assessment, targetDropped } = moved(full);
  expect([assessment.targetLevel, targetDropped]).toEqual([null, 'most']);
});

test('a claim that the newer scale does not have is left behind with its answer', () => {
  const narrow = charterOf({ version: '2.0.0', highest: 1, criteria: [{ id: 'A1' }] });
  const result = moveAssessment(full, from, narrow);
  if (!result.ok) throw new Error(result.problem.code);
  const { answerSet, leftBehind } = result.value.assessment;
  expect(answerSet.answers.get('A1')?.claimed).toBeNull();
  expect(leftBehind.answers.get('A1')?.claimed).toBe(2);
});

test('an answer that loses only ticks is carried: its file fits, and nothing of it is left behind', () => {
  const statementsOf = (first: readonly string[]) => [[], first, ['C.'], ['D.'], ['E.']];
  const inWords = (version: string, first: readonly string[]) => ({
    ...charterOf({ version, criteria: [{ id: 'A1', statements: statementsOf(first) }] }),
    format: 2 as const,
    cumulative: true,
  });
  const [older, newer] = [inWords('1.0.0', ['A.']), inWords('2.0.0', ['A.', 'B.'])];
  const answers = new Map([['A1', { ...said, statements: { 1: [1], 2: [1] } }]]);
  const given = { ...full, answerSet: { ...full.answerSet, answers } };
  const result = moveAssessment(given, older, newer);
  if (!result.ok) throw new Error(result.problem.code);
  const { answerSet, leftBehind } = result.value.assessment;
  expect(answerSet.answers.get('A1')).toEqual(said);
  expect(leftBehind.answers.has('A1')).toBe(false);
  expect(result.value.toConfirm).toEqual(['A1']);
});

test.each([
  ['1.0.0', 'not-newer'],
  ['0.9.9', 'not-newer'],
])('an assessment does not move to %s', (version, code) => {
  expect(moveAssessment(full, from, { ...from, version })).toMatchObject({
    ok: false,
    problem: { code },
  });
});

test('an assessment does not move to another charter', () => {
  expect(moveAssessment(full, from, { ...to, id: 'other' })).toMatchObject({
    ok: false,
    problem: { code: 'other-charter' },
  });
});
