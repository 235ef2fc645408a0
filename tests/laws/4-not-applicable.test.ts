import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allCriteria, type Charter, type Criterion } from '#app/domain/charter/charter.ts';
import { cheapestPath } from '#app/domain/scoring/cheapest-path.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import type { Scorecard } from '#app/domain/scoring/scorecard.ts';
import { assessments, ordinary } from '#tests/arbitraries/charters.ts';
import { answer } from '#tests/support/charter-factory.ts';

/** The charter with its criteria mapped, some perhaps to none; empty sections go. */
function mapped(charter: Charter, map: (criterion: Criterion) => readonly Criterion[]): Charter {
  const sections = charter.sections
    .map((section) => ({ ...section, criteria: section.criteria.flatMap(map) }))
    .filter(({ criteria }) => criteria.length > 0);
  return { ...charter, sections };
}

function decided({ overall, sections, criteria, answered, applicable, ...card }: Scorecard) {
  return {
    overall,
    answered,
    applicable,
    unanswered: card.unanswered,
    level: card.level,
    met: card.levels.map(({ met }) => met),
    sections: sections.filter(({ score }) => score !== null),
    criteria: criteria.filter((each) => each.applicable),
  };
}

test('marking a criterion not applicable equals deleting it from the charter', () => {
  const seen = { emptied: 0, required: 0 };
  fc.assert(
    fc.property(
      assessments(ordinary).chain(([charter, set]) => {
        const ids = allCriteria(charter).map(({ id }) => id);
        return fc.tuple(fc.constant(charter), fc.constant(set), fc.subarray(ids, { minLength: 1 }));
      }),
      ([charter, set, ids]) => {
        const chosen = new Set(ids);
        const allowing = mapped(charter, (criterion) => [
          chosen.has(criterion.id) ? { ...criterion, notApplicable: 'Yes.' } : criterion,
        ]);
        const without = mapped(charter, (criterion) =>
          chosen.has(criterion.id) ? [] : [criterion],
        );
        const levels = charter.levels.map((level) => ({
          ...level,
          requires: new Map([...level.requires].filter(([id]) => !chosen.has(id))),
          anyOf: level.anyOf.map((anyOf) => ({
            ...anyOf,
            of: anyOf.of.filter((id) => !chosen.has(id)),
          })),
          answered: level.answered.filter((id) => !chosen.has(id)),
        }));
        const marked = ids.map((id) => [id, answer({ notApplicable: 'None here.' })] as const);
        const markedSet = { ...set, answers: new Map([...set.answers, ...marked]) };
        const deleted = { ...without, levels };
        const now = scoreAssessment(allowing, markedSet);
        expect(decided(now)).toEqual(decided(scoreAssessment(deleted, set)));
        if (without.sections.length < charter.sections.length) seen.emptied += 1;
        if (charter.levels.some((level) => ids.some((id) => level.requires.has(id)))) {
          seen.required += 1;
        }
        const asked = { to: charter.levels.at(-1)?.id ?? '', pins: new Set<string>() };
        expect(cheapestPath(allowing, markedSet, asked)).toEqual(cheapestPath(deleted, set, asked));
      },
    ),
    { numRuns: 3000 },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(100);
});
