import { expect, test } from 'vitest';
import type { Ticked } from '#app/domain/charter/ticked.ts';
import { carryOver } from '#app/domain/assessment/carried-answers.ts';
import {
  answer,
  answersOf,
  charterOf,
  counts,
  level,
  relativeLikelihood,
  trend,
} from '#tests/support/charter-factory.ts';

const from = charterOf({
  criteria: [{ id: 'A1' }, { id: 'A2' }, { id: 'A3' }],
  levels: [level('half', { overall: '50' })],
  indicators: [relativeLikelihood('ratio'), relativeLikelihood('other')],
});
const said = answersOf({ A1: 4, A2: 3, A3: 1 });

test('an answer to an unchanged criterion is carried as it is', () => {
  const moved = carryOver(from, { ...from, version: '1.0.1' }, said);
  expect(moved.criteria.map(({ outcome }) => outcome)).toEqual(['carried', 'carried', 'carried']);
  expect(moved.answerSet).toEqual(said);
  expect(moved.after).toEqual(moved.before);
});

test('an answer to a changed criterion is carried and marked for review, to a reworded one not', () => {
  const to = charterOf({
    criteria: [{ id: 'A1', question: 'Other?' }, { id: 'A2', guidance: 'Other' }, { id: 'A3' }],
  });
  const { criteria, answerSet } = carryOver(from, to, said);
  expect(criteria.map(({ outcome }) => outcome)).toEqual(['review', 'carried', 'carried']);
  expect(answerSet.answers.get('A1')).toEqual(said.answers.get('A1'));
});

test('an answer to a removed criterion is kept, readable and out of the score', () => {
  const to = charterOf({ criteria: [{ id: 'A1' }, { id: 'A2' }] });
  const moved = carryOver(from, to, said);
  expect(moved.removed).toEqual([{ criterion: 'A3', answer: said.answers.get('A3') }]);
  expect(moved.answerSet.answers.has('A3')).toBe(false);
  expect(moved.after.overall).toEqual({ points: 7, available: 8 });
});

test('an answer that an earlier move left behind is kept', () => {
  const moved = carryOver(from, from, answersOf({ A1: 1, Z9: 2 }));
  expect(moved.removed.map(({ criterion }) => criterion)).toEqual(['Z9']);
});

test('an added criterion is unanswered', () => {
  const to = charterOf({ criteria: [{ id: 'A1' }, { id: 'A2' }, { id: 'A3' }, { id: 'A4' }] });
  const { criteria } = carryOver(from, to, said);
  expect(criteria[3]).toMatchObject({ id: 'A4', outcome: 'added', answer: null, from: [] });
});

test('a rename carries the answer', () => {
  const renamed = { id: 'N1', replaces: ['A1'], question: 'What about A1?' };
  const to = charterOf({ criteria: [renamed, { id: 'A2' }, { id: 'A3' }] });
  const moved = carryOver(from, to, said);
  expect(moved.criteria[0]).toMatchObject({ id: 'N1', outcome: 'carried' });
  expect(moved.answerSet.answers.get('N1')).toEqual(said.answers.get('A1'));
  expect(moved.removed).toEqual([]);
});

test('a rename that also changes the question is marked for review', () => {
  const to = charterOf({ criteria: [{ id: 'N1', replaces: ['A1'], question: 'Other?' }] });
  expect(carryOver(from, to, said).criteria[0]?.outcome).toBe('review');
});

test('a split copies the answer to each part, marked for review', () => {
  const parts = ['N1', 'N2'].map((id) => ({ id, replaces: ['A1'], question: 'What about A1?' }));
  const moved = carryOver(from, charterOf({ criteria: [...parts, { id: 'A2' }] }), said);
  expect(moved.criteria.map(({ outcome }) => outcome)).toEqual(['review', 'review', 'carried']);
  expect([...moved.answerSet.answers.keys()]).toEqual(['N1', 'N2', 'A2']);
});

test('a criterion that keeps its id and gives a part away is split too', () => {
  const criteria = [{ id: 'A1' }, { id: 'N2', replaces: ['A1'] }];
  const moved = carryOver(from, charterOf({ criteria }), said);
  expect(moved.criteria.map(({ outcome }) => outcome)).toEqual(['review', 'review']);
});

test('a merge carries no answer and shows them all', () => {
  const to = charterOf({ criteria: [{ id: 'N1', replaces: ['A2', 'A1'] }, { id: 'A3' }] });
  const moved = carryOver(from, to, said);
  expect(moved.criteria[0]).toMatchObject({
    outcome: 'merged',
    answer: null,
    from: [
      { criterion: 'A1', answer: said.answers.get('A1') },
      { criterion: 'A2', answer: said.answers.get('A2') },
    ],
  });
  expect([...moved.answerSet.answers.keys()]).toEqual(['A3']);
  expect(moved.removed).toEqual([]);
});

test('the level before and after, and changed thresholds, are shown', () => {
  const to = { ...from, levels: [level('half', { overall: '80' })] };
  const moved = carryOver(from, to, said);
  expect([moved.before.level, moved.after.level]).toEqual(['half', null]);
  expect(moved.diff.levels[0]).toMatchObject({ id: 'half', kind: 'changed' });
});

test('on another scale every answer needs review, and a claim above it is dropped', () => {
  const to = charterOf({ highest: 3, criteria: [{ id: 'A1' }, { id: 'A2' }, { id: 'A3' }] });
  const wordy = answersOf({ A1: answer({ claimed: 4, narrative: 'Ours.' }), A2: 3 });
  const { criteria } = carryOver(from, to, wordy);
  expect(criteria.map(({ outcome }) => outcome)).toEqual(['review', 'review', 'review']);
  expect(criteria[0]?.answer).toMatchObject({ claimed: null, narrative: 'Ours.' });
  expect(criteria[1]?.answer?.claimed).toBe(3);
});

test('counts come along, but not to an indicator of another kind', () => {
  const set = answersOf({}, { ratio: counts([1, 2], [1, 2]), other: counts([1, 2], [1, 2]) });
  const to = { ...from, indicators: [relativeLikelihood('ratio'), trend('other')] };
  const moved = carryOver(from, to, set);
  expect([...moved.answerSet.indicators.keys()]).toEqual(['ratio']);
  expect(moved.countsLeft).toEqual(['other']);
});

test('ticks stay where their statements are there word for word; the rating stays to be confirmed', () => {
  const statements = [[], ['One.', 'Two.'], ['Three.'], ['Four.'], ['Five.']];
  const now = [[], ['One.', 'Two in other words.'], ['Three.'], ['Four.'], ['Five.']];
  const before = {
    ...charterOf({
      criteria: [
        { id: 'A1', statements },
        { id: 'A2', statements },
      ],
    }),
    cumulative: true,
  };
  const after = {
    ...charterOf({
      criteria: [
        { id: 'A1', statements: now },
        { id: 'A2', statements },
      ],
    }),
    cumulative: true,
  };
  const ticked = answer({ claimed: 2, statements: { 1: [1, 2], 2: [1] } });
  const moved = carryOver(before, after, answersOf({ A1: ticked, A2: ticked }));
  expect(moved.criteria.map(({ outcome, ticksGone }) => [outcome, ticksGone])).toEqual([
    ['review', 1],
    ['carried', 0],
  ]);
  expect(moved.answerSet.answers.get('A1')).toMatchObject({
    claimed: 2,
    statements: { 1: [1], 2: [1] },
  });
  expect(moved.answerSet.answers.get('A2')).toEqual(ticked);
  // A charter that asks for no statements takes none.
  const alone = carryOver(before, { ...after, cumulative: false }, answersOf({ A2: ticked }));
  expect(alone.answerSet.answers.get('A2')).toEqual(answer({ claimed: 2 }));
  expect(alone.criteria.map(({ ticksGone }) => ticksGone)).toEqual([0, 3]);
});

test('an answer of 0 whose ticks all go is to be confirmed; ‘none of these yet’ stays said', () => {
  const inWords = (text: string) => ({
    ...charterOf({
      criteria: [{ id: 'A1', statements: [[], [text, 'Two.'], ['Three.'], ['Four.'], ['Five.']] }],
    }),
    cumulative: true,
  });
  const moved = (statements: Ticked) =>
    carryOver(
      inWords('One.'),
      inWords('Other words.'),
      answersOf({ A1: answer({ claimed: 0, statements }) }),
    ).answerSet.answers.get('A1');
  expect(moved({ 1: [1] })).toEqual(answer({ claimed: 0 }));
  expect(moved({ 1: [2] })).toEqual(answer({ claimed: 0, statements: { 1: [2] } }));
  expect(moved({})).toEqual(answer({ claimed: 0, statements: {} }));
});
