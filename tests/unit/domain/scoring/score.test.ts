import { expect, test } from 'vitest';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import { answer, answersOf, charterOf, level } from '#tests/support/charter-factory.ts';

const charter = charterOf({
  criteria: [
    { id: 'A1', weight: 3 },
    { id: 'A2' },
    { id: 'B1', section: 'B', weight: 2, notApplicable: null },
  ],
});

test('points are weight times supported rating, out of weight times the highest rating', () => {
  const card = scoreAssessment(charter, answersOf({ A1: 2, A2: 4, B1: 1 }));
  expect(card.overall).toEqual({ points: 12, available: 24 });
  expect(card.sections).toEqual([
    { id: 'A', score: { points: 10, available: 16 } },
    { id: 'B', score: { points: 2, available: 8 } },
  ]);
});

test('an unanswered criterion counts as 0 and is reported as unanswered', () => {
  const card = scoreAssessment(charter, answersOf({ A1: 2, A2: answer() }));
  expect(card.overall).toEqual({ points: 6, available: 24 });
  expect(card.unanswered).toEqual(['A2', 'B1']);
  expect([card.answered, card.applicable]).toEqual([1, 3]);
});

test('a claim of 0 is an answer', () => {
  expect(scoreAssessment(charter, answersOf({ A1: 0 })).answered).toBe(1);
});

test('a justified not applicable leaves numerator and denominator everywhere', () => {
  const card = scoreAssessment(charter, answersOf({ A1: 'None here.', A2: 3, B1: 2 }));
  expect(card.overall).toEqual({ points: 7, available: 12 });
  expect(card.sections[0]?.score).toEqual({ points: 3, available: 4 });
  expect([card.answered, card.applicable]).toEqual([2, 2]);
  expect(card.criteria[0]).toMatchObject({ applicable: false, supported: 0, available: 0 });
});

test('not applicable without a justification is unanswered, even beside a claim', () => {
  const blank = answer({ claimed: 4, notApplicable: ' \n' });
  const card = scoreAssessment(charter, answersOf({ A1: blank }));
  expect(card.criteria[0]).toMatchObject({ applicable: true, answered: false, claimed: null });
  expect(card.overall).toEqual({ points: 0, available: 24 });
});

test('not applicable where the criterion does not allow it is unanswered', () => {
  const card = scoreAssessment(charter, answersOf({ B1: 'None here.' }));
  expect(card.criteria[2]).toMatchObject({ applicable: true, answered: false, supported: 0 });
});

test('a claim that is no rating of the scale is unanswered', () => {
  const card = scoreAssessment(charter, answersOf({ A1: 5, A2: -1, B1: 1.5 }));
  expect(card.unanswered).toEqual(['A1', 'A2', 'B1']);
  expect(card.overall?.points).toBe(0);
});

test('answers to criteria that the charter does not have are ignored', () => {
  const card = scoreAssessment(charter, answersOf({ A1: 1, Z9: 4 }));
  expect(card.overall?.points).toBe(3);
  expect(card.criteria.map(({ id }) => id)).toEqual(['A1', 'A2', 'B1']);
});

test('a section without an applicable criterion has no score', () => {
  const card = scoreAssessment(charter, answersOf({ A1: 'None.', A2: 'None.', B1: 4 }));
  expect(card.sections[0]).toEqual({ id: 'A', score: null });
  expect(card.overall).toEqual({ points: 8, available: 8 });
});

test('a charter with no applicable criterion scores nothing and meets no level', () => {
  const open = charterOf({ criteria: [{ id: 'A1' }], levels: [level('first', {})] });
  const card = scoreAssessment(open, answersOf({ A1: 'None.' }));
  expect(card.overall).toBeNull();
  expect(card.levels).toEqual([{ id: 'first', met: false, conditions: [] }]);
  expect(card.level).toBeNull();
});

test('a scorecard says which version of which charter it is about', () => {
  expect(scoreAssessment(charter, answersOf({})).charter).toBe('example@1.0.0');
});
