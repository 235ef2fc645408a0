import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cap } from '#app/domain/scoring/scorecard.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import { assessments, ordinary } from '#tests/arbitraries/charters.ts';
import {
  isMet,
  levelsReached,
  scoreOf,
  standingOf,
} from '#tests/support/straightforward-scoring.ts';

const pair = (score: { points: number; available: number } | null) =>
  score === null ? null : [score.points, score.available];

function nameOf(cap: Cap): string {
  if (cap.kind === 'evidence') {
    if (cap.insteadOf !== undefined) return 'evidence instead';
    return cap.evidenceKind === undefined ? 'evidence' : 'evidence of a kind';
  }
  if (cap.or !== undefined) return 'indicator or';
  return cap.atLeastShareOf === undefined ? 'indicator' : 'indicator share';
}

test('scoring agrees with a straightforward calculation from the definitions', () => {
  const reached = new Set<number>();
  const seen = new Set<string>();
  fc.assert(
    fc.property(assessments(ordinary), ([charter, set]) => {
      const card = scoreAssessment(charter, set);
      const standing = standingOf(charter, set);
      const criteria = charter.sections.flatMap((section) => section.criteria);
      expect(pair(card.overall)).toEqual(scoreOf(charter, criteria, standing));
      for (const [index, section] of charter.sections.entries()) {
        const expected = scoreOf(charter, section.criteria, standing);
        expect(pair(card.sections[index]?.score ?? null)).toEqual(expected);
      }
      for (const { id, applicable, answered, supported } of card.criteria) {
        expect(applicable ? supported : null).toBe(standing.ratings.get(id));
        expect(answered).toBe(standing.answered.has(id));
      }
      expect(card.levels.map(({ met }) => met)).toEqual(
        charter.levels.map((_, index) => isMet(charter, index, standing)),
      );
      for (const { reasons } of card.criteria) for (const cap of reasons) seen.add(nameOf(cap));
      for (const { conditions } of card.levels) {
        for (const { kind, met } of conditions) seen.add(`${kind} ${met ? 'met' : 'not met'}`);
      }
      const count = levelsReached(charter, standing);
      reached.add(count);
      expect(card.level).toBe(charter.levels[count - 1]?.id ?? null);
    }),
    { numRuns: 10_000 },
  );
  const conditions = [
    'overall',
    'section',
    'required',
    'coverage',
    'floor',
    'any-of',
    'answered',
    'precondition',
  ];
  const caps = ['evidence', 'evidence of a kind', 'evidence instead', 'indicator', 'indicator or'];
  const states = conditions.flatMap((kind) => [`${kind} met`, `${kind} not met`]);
  expect(seen).toEqual(new Set([...states, ...caps, 'indicator share']));
  expect(reached).toEqual(new Set([0, 1, 2, 3]));
});
