import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cheapestPath } from '#app/domain/scoring/cheapest-path.ts';
import { percentText } from '#app/domain/charter/percent.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import { assessments, ordinary } from '#tests/arbitraries/charters.ts';

test('multiplying all weights by the same whole number changes nothing', () => {
  fc.assert(
    fc.property(
      assessments(ordinary),
      fc.integer({ min: 2, max: 20 }),
      ([charter, set], factor) => {
        const sections = charter.sections.map((section) => ({
          ...section,
          criteria: section.criteria.map((criterion) => ({
            ...criterion,
            weight: criterion.weight * factor,
          })),
        }));
        const heavier = { ...charter, sections };
        const before = scoreAssessment(charter, set);
        const after = scoreAssessment(heavier, set);
        expect(after.level).toBe(before.level);
        expect(after.levels.map(({ met }) => met)).toEqual(before.levels.map(({ met }) => met));
        for (const [at, { score }] of before.sections.entries()) {
          const other = after.sections[at]?.score ?? null;
          expect(other === null).toBe(score === null);
          if (score !== null && other !== null) expect(percentText(other)).toBe(percentText(score));
        }
        const to = charter.levels.at(-1)?.id ?? '';
        const path = cheapestPath(charter, set, { to, pins: new Set() });
        const same = cheapestPath(heavier, set, { to, pins: new Set() });
        expect(same.steps).toEqual(path.steps);
      },
    ),
    { numRuns: 3000 },
  );
});
