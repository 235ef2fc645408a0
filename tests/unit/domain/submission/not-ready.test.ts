import { expect, test } from 'vitest';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import { readinessOf } from '#app/domain/submission/not-ready.ts';
import { answer, answersOf, charterOf, level } from '#tests/support/charter-factory.ts';

const statements = [[], ['One.', 'Two.'], ['Three.']];
const charter = {
  ...charterOf({
    format: 2,
    highest: 2,
    facts: [{ id: 'f', kind: 'yes-no', question: 'Is it so?', guidance: '', options: [] }],
    criteria: [
      { id: 'a', statements },
      { id: 'b', statements, narrative: 'optional' },
      { id: 'c', statements, appliesWhen: { kind: 'is', fact: 'f', value: 'true' } },
      { id: 'd', statements },
    ],
    levels: [level('one', { overall: '10' })],
  }),
  cumulative: true,
};

const ready = (answers: Parameters<typeof answersOf>[0]) => {
  const answerSet = { ...answersOf(answers), facts: new Map([['f', 'false']]) };
  const scorecard = scoreAssessment(charter, answerSet);
  return readinessOf({ charter, answerSet, scorecard, targetLevel: 'one', actions: 1 });
};

test('a rating that is not confirmed statement by statement stops the signature, and is named', () => {
  const { obstacles } = ready({
    a: answer({ claimed: 2, statements: { 1: [1, 2] } }),
    b: answer({ claimed: 1 }),
    d: answer({ claimed: 1, statements: { 1: [1, 2] } }),
  });
  expect(obstacles).toEqual([
    { code: 'not-confirmed', criterion: 'a', claimed: 2 },
    { code: 'not-confirmed', criterion: 'b', claimed: 1 },
  ]);
});

test('0 alone is to be confirmed, like every rating that is given alone', () => {
  const { obstacles } = ready({ a: answer({ claimed: 0 }) });
  expect(obstacles).toEqual([{ code: 'not-confirmed', criterion: 'a', claimed: 0 }]);
});

test('‘none of these yet’ and ticks short of 1 are confirmed, and what a fact rules out is not asked for', () => {
  const { obstacles } = ready({
    a: answer({ claimed: 0, statements: {} }),
    b: answer({ claimed: 0, statements: { 1: [1] } }),
    c: answer({ claimed: 2 }),
  });
  expect(obstacles).toEqual([]);
});

test('a rating without a narrative is told where the charter wants one', () => {
  const { remarks } = ready({ a: answer({ claimed: 0 }), b: answer({ claimed: 0 }) });
  expect(remarks.find(({ code }) => code === 'no-narrative')).toMatchObject({ criteria: ['a'] });
});
