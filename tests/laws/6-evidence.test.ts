import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import { assessments, ordinary } from '#tests/arbitraries/charters.ts';

test('a claimed rating is at least the supported one, and every difference has its reason', () => {
  fc.assert(
    fc.property(assessments(ordinary), ([charter, set]) => {
      for (const { claimed, supported, reasons } of scoreAssessment(charter, set).criteria) {
        expect(claimed ?? 0).toBeGreaterThanOrEqual(supported);
        expect(supported).toBeGreaterThanOrEqual(0);
        const lowest = Math.min(...reasons.map(({ from }) => from - 1), claimed ?? 0);
        expect(supported).toBe(lowest);
        expect(reasons.every(({ from }) => from <= (claimed ?? 0))).toBe(true);
      }
    }),
    { numRuns: 5000 },
  );
});

test('removing evidence never raises anything', () => {
  fc.assert(
    fc.property(assessments(ordinary), fc.infiniteStream(fc.boolean()), ([charter, set], keeps) => {
      const answers = new Map(
        [...set.answers].map(([id, said]) => [
          id,
          { ...said, evidence: said.evidence.filter(() => keeps.next().value === true) },
        ]),
      );
      const before = scoreAssessment(charter, set);
      const after = scoreAssessment(charter, { ...set, answers });
      for (const [at, { supported }] of before.criteria.entries()) {
        expect(after.criteria[at]?.supported).toBeLessThanOrEqual(supported);
      }
      expect(after.overall?.points ?? 0).toBeLessThanOrEqual(before.overall?.points ?? 0);
      for (const [at, level] of before.levels.entries()) {
        expect(after.levels[at]?.met === true && !level.met).toBe(false);
      }
    }),
    { numRuns: 5000 },
  );
});
