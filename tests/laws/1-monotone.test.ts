import fc from 'fast-check';
import { expect, test } from 'vitest';
import { highestRating, type Charter } from '#app/domain/charter/charter.ts';
import { scoreAssessment, totalUp } from '#app/domain/scoring/score.ts';
import type { CriterionScore, Scorecard } from '#app/domain/scoring/scorecard.ts';
import type { Score } from '#app/domain/charter/percent.ts';
import { assessments, ordinary } from '#tests/arbitraries/charters.ts';

function isNoLower(charter: Charter, after: Scorecard, before: Scorecard): boolean {
  const place = ({ level }: Scorecard) => charter.levels.findIndex(({ id }) => id === level);
  const points = (score: Score | null | undefined) => score?.points ?? 0;
  return (
    points(after.overall) >= points(before.overall) &&
    before.sections.every(({ score }, at) => points(after.sections[at]?.score) >= points(score)) &&
    before.levels.every(({ met }, at) => !met || after.levels[at]?.met === true) &&
    place(after) >= place(before)
  );
}

test('raising any supported rating never lowers a score or a level', () => {
  fc.assert(
    fc.property(
      assessments(ordinary),
      fc.infiniteStream(fc.nat({ max: 2 })),
      ([charter, set], raises) => {
        const before = scoreAssessment(charter, set);
        const criteria = before.criteria.map((criterion): CriterionScore => {
          if (!criterion.applicable) return criterion;
          const raise = Number(raises.next().value ?? 0);
          const supported = Math.min(highestRating(charter), criterion.supported + raise);
          return { ...criterion, supported, points: supported * criterion.weight };
        });
        expect(isNoLower(charter, totalUp(charter, criteria, set), before)).toBe(true);
      },
    ),
    { numRuns: 5000 },
  );
});

test('claiming more never lowers a score or a level', () => {
  fc.assert(
    fc.property(assessments(ordinary), fc.nat({ max: 20 }), ([charter, set], pick) => {
      const before = scoreAssessment(charter, set);
      const claimed = before.criteria.filter((each) => each.claimed !== null);
      const chosen = claimed[pick % Math.max(1, claimed.length)];
      const said = chosen && set.answers.get(chosen.id);
      if (!said) return;
      const more = { ...said, claimed: Math.min(highestRating(charter), (said.claimed ?? 0) + 1) };
      const answers = new Map([...set.answers, [chosen.id, more]]);
      const after = scoreAssessment(charter, { ...set, answers });
      expect(isNoLower(charter, after, before)).toBe(true);
    }),
    { numRuns: 5000 },
  );
});
