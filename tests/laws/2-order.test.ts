import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Charter } from '#app/domain/charter/charter.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import type { Scorecard } from '#app/domain/scoring/scorecard.ts';
import { assessments, ordinary } from '#tests/arbitraries/charters.ts';

function shuffled<T>(items: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length });
}

function reordered(charter: Charter): fc.Arbitrary<Charter> {
  const sections = charter.sections.map((section) =>
    shuffled(section.criteria).map((criteria) => ({ ...section, criteria })),
  );
  return fc
    .tuple(fc.tuple(...sections).chain(shuffled), shuffled(charter.indicators))
    .map(([inOrder, indicators]) => ({ ...charter, sections: inOrder, indicators }));
}

/** Everything that scoring decides, whatever order it is listed in. */
function decided({ overall, sections, criteria, levels, level, unanswered }: Scorecard) {
  return {
    overall,
    level,
    unanswered: new Set(unanswered),
    sections: new Map(sections.map((each) => [each.id, each.score])),
    criteria: new Map(criteria.map((each) => [each.id, each])),
    met: levels.map(({ met }) => met),
  };
}

test('the order of criteria, sections, indicators and answers changes no score and no level', () => {
  fc.assert(
    fc.property(
      assessments(ordinary).chain(([charter, set]) =>
        fc.record({
          charter: fc.constant(charter),
          set: fc.constant(set),
          other: reordered(charter),
          answers: shuffled([...set.answers]),
          indicators: shuffled([...set.indicators]),
        }),
      ),
      ({ charter, set, other, answers, indicators }) => {
        const inOtherOrder = {
          ...set,
          answers: new Map(answers),
          indicators: new Map(indicators),
        };
        const expected = decided(scoreAssessment(charter, set));
        expect(decided(scoreAssessment(other, inOtherOrder))).toEqual(expected);
      },
    ),
    { numRuns: 3000 },
  );
});

test('the order of evidence items and of rules changes no supported rating', () => {
  fc.assert(
    fc.property(assessments(ordinary), ([charter, set]) => {
      const answers = new Map(
        [...set.answers].map(([id, said]) => [
          id,
          { ...said, evidence: said.evidence.toReversed() },
        ]),
      );
      const sections = charter.sections.map((section) => ({
        ...section,
        criteria: section.criteria.map((criterion) => ({
          ...criterion,
          evidenceRules: criterion.evidenceRules.toReversed(),
          indicatorRules: criterion.indicatorRules.toReversed(),
        })),
      }));
      const supported = (card: Scorecard) => card.criteria.map((each) => each.supported);
      expect(supported(scoreAssessment({ ...charter, sections }, { ...set, answers }))).toEqual(
        supported(scoreAssessment(charter, set)),
      );
    }),
    { numRuns: 3000 },
  );
});
