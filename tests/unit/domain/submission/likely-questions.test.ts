import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import { likelyQuestions } from '#app/domain/submission/likely-questions.ts';
import {
  answer,
  answersOf,
  charterOf,
  counts,
  evidence,
  level,
  ratioOf,
  relativeLikelihood,
} from '#tests/support/charter-factory.ts';

const charter = charterOf({
  highest: 3,
  criteria: [
    {
      id: 'a',
      evidenceRules: [
        { from: 1, minimum: 1 },
        { from: 2, minimum: 2 },
        { from: 3, minimum: 3 },
      ],
    },
    { id: 'b', evidenceRules: [{ from: 1, minimum: 1 }] },
    {
      id: 'c',
      indicatorRules: [{ from: 2, indicator: 'x', max: ratioOf('1.25') }],
    },
  ],
  indicators: [relativeLikelihood('x', 10)],
  levels: [
    level('low', { requires: { a: 1 } }),
    level('mid', { requires: { a: 2 } }),
    level('top', { requires: { b: 1 } }),
  ],
});

type Answers = Parameters<typeof answersOf>;

const ask = (
  given: Answers[0],
  {
    agreed = {},
    indicators = {},
    target = 'mid',
  }: {
    agreed?: Record<string, number>;
    indicators?: NonNullable<Answers[1]>;
    target?: string;
  } = {},
) => {
  const answerSet = answersOf(given, indicators);
  const scorecard = scoreAssessment(charter, answerSet);
  return likelyQuestions({
    charter,
    answerSet,
    scorecard,
    targetLevel: target,
    agreed: new Map(Object.entries(agreed)),
  });
};

test('a claim above what a panel agreed on is asked about; one that is equal or lower is not', () => {
  const agreed = { a: 2, b: 1, c: 1 };
  expect(ask({ a: 3, b: 1, c: 0 }, { agreed })).toEqual([
    { code: 'above-agreed', criterion: 'a', claimed: 3, agreed: 2 },
  ]);
});

test('a required rating is asked about that rests on the fewest items, by the highest level up to the target', () => {
  const claim = (items: number) => ({ a: answer({ claimed: 2, evidence: evidence(items) }) });
  const asked = [{ code: 'fewest-items', criterion: 'a', needs: 2, items: 2 }];
  expect(ask(claim(2))).toEqual(asked);
  expect(ask(claim(2), { target: 'top' })).toEqual(asked);
  expect(ask(claim(3))).toEqual([]);
  // With one item, the claim counts only in part, which is told elsewhere.
  expect(ask(claim(1))).toEqual([]);
  expect(ask(claim(1), { target: 'low' })).toEqual([
    { code: 'fewest-items', criterion: 'a', needs: 1, items: 1 },
  ]);
  // No level up to the target asks for b.
  expect(ask({ b: answer({ claimed: 1, evidence: evidence(1) }) })).toEqual([]);
});

test('exactly then, one item less would take the required rating away', () => {
  const possible = fc.record({ items: fc.nat(5), claimed: fc.integer({ min: 0, max: 3 }) });
  fc.assert(
    fc.property(possible, ({ items, claimed }) => {
      const supported = (number: number) => {
        const given = answersOf({ a: answer({ claimed, evidence: evidence(number) }) });
        return scoreAssessment(charter, given).criteria[0]?.supported ?? 0;
      };
      const rests = items > 0 && supported(items) >= 2 && supported(items - 1) < 2;
      expect(ask({ a: answer({ claimed, evidence: evidence(items) }) }).length).toBe(rests ? 1 : 0);
    }),
  );
});

test('a figure that is missing, or too small to use, is asked about from the rating on that needs it', () => {
  const missing = { code: 'missing-figure', criterion: 'c', indicator: 'x' };
  expect(ask({ c: 1 })).toEqual([]);
  expect(ask({ c: 2 })).toEqual([{ ...missing, why: 'no-counts' }]);
  expect(ask({ c: 2 }, { indicators: { x: counts([1, 5], [1, 50]) } })).toEqual([
    { ...missing, why: 'too-few' },
  ]);
  expect(ask({ c: 2 }, { indicators: { x: counts([10, 50], [10, 50]) } })).toEqual([]);
});

test('nothing is asked of what is not answered or does not apply', () => {
  expect(ask({ c: 'We have none.' }, { agreed: { a: 0, b: 0, c: 0 } })).toEqual([]);
});
