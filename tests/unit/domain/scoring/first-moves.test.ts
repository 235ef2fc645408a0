import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer, CountedAnswers } from '#app/domain/scoring/answer.ts';
import { firstMoves } from '#app/domain/scoring/first-moves.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import { assessments, ordinary } from '#tests/arbitraries/charters.ts';
import { indicatorAllows } from '#tests/support/straightforward-scoring.ts';
import {
  charterOf,
  counts,
  criterion,
  evidence,
  level,
  ratioOf,
  relativeLikelihood,
} from '#tests/support/charter-factory.ts';

const charter = charterOf({
  criteria: [
    criterion({ id: 'A1', evidenceRules: [{ from: 2, minimum: 2 }] }),
    criterion({
      id: 'A2',
      indicatorRules: [{ indicator: 'ratio', from: 3, min: ratioOf('0.80') }],
    }),
    criterion({ id: 'A3', evidenceRules: [{ from: 2, minimum: 1 }] }),
    criterion({ id: 'A4' }),
  ],
  indicators: [relativeLikelihood('ratio', 10)],
  levels: [
    level('bronze', { requires: { A1: 1 } }),
    level('silver', { requires: { A1: 3, A2: 3 } }),
    level('gold', { requires: { A4: 4 } }),
  ],
});

function said(claimed: number | null, items = 0): Answer {
  return { claimed, notApplicable: null, narrative: 'So it is.', evidence: evidence(items) };
}

function answered(
  given: Record<string, Answer>,
  indicators: CountedAnswers['indicators'] = new Map(),
) {
  return firstMoves(charter, { answers: new Map(Object.entries(given)), indicators });
}

test('one file on A1 and the counts for A2 give silver, and A3 is not needed for it', () => {
  const moves = answered({ A1: said(4, 1), A2: said(4), A3: said(4), A4: said(0) });
  const a1 = { criterion: 'A1', to: 4, evidence: 1, indicators: [] };
  const a2 = { criterion: 'A2', to: 4, evidence: 0, indicators: ['ratio'] };
  const a3 = { criterion: 'A3', to: 4, evidence: 1, indicators: [] };
  expect(moves).toEqual({
    unanswered: [],
    lifts: [a1, a2, a3],
    enough: { level: 'silver', lifts: [a1, a2] },
  });
});

test('what is unanswered is named, a zero and a justified not applicable are not', () => {
  const none = { ...said(null), notApplicable: 'There is none.' };
  expect(answered({ A1: said(0), A2: none, A3: said(null) }).unanswered).toEqual(['A3', 'A4']);
});

test('a figure outside its rule is a ceiling: no evidence lifts the claim above it', () => {
  const low = new Map([['ratio', counts([1, 10], [9, 10])]]);
  expect(answered({ A2: said(4) }, low).lifts).toEqual([]);
});

test('claims that give no higher level are listed, and promise none', () => {
  const moves = answered({ A1: said(1), A3: said(4) });
  expect(moves.lifts.map((lift) => lift.criterion)).toEqual(['A3']);
  expect(moves.enough).toBeNull();
});

/** The answers with enough put under the named claims, whatever the rule is about. */
function supported(set: CountedAnswers, ids: ReadonlySet<string>) {
  return (own: ReturnType<typeof charterOf>) => ({
    ...own,
    sections: own.sections.map((section) => ({
      ...section,
      criteria: section.criteria.map((one) => {
        const given = { set, evidence: set.answers.get(one.id)?.evidence ?? [] };
        return ids.has(one.id)
          ? {
              ...one,
              evidenceRules: [],
              indicatorRules: one.indicatorRules.filter(
                (rule) => indicatorAllows(rule, own, given) === 'outside',
              ),
            }
          : one;
      }),
    })),
  });
}

// The oracle takes the rules away from the charter and scores: a claim with nothing missing counts in full.
test('enough gives the level that all claims give, and nothing of it can be spared', () => {
  fc.assert(
    fc.property(assessments(ordinary), ([own, set]) => {
      const { lifts, enough } = firstMoves(own, set);
      const levelWith = (ids: readonly string[]) =>
        scoreAssessment(supported(set, new Set(ids))(own), set).level;
      const all = levelWith(lifts.map((lift) => lift.criterion));
      const now = scoreAssessment(own, set).level;
      expect(enough?.level ?? now).toBe(all);
      const ids = enough?.lifts.map((lift) => lift.criterion) ?? [];
      if (enough === null) return;
      expect(levelWith(ids)).toBe(enough.level);
      for (const id of ids)
        expect(levelWith(ids.filter((one) => one !== id))).not.toBe(enough.level);
    }),
    { numRuns: 2000 },
  );
});
