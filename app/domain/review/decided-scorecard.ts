// The scorecard of a decision, put together again from its record, so that documents draw what was decided
// even where the rules of scoring change later.
import { allCriteria, type Charter, highestRating } from '#app/domain/charter/charter.ts';
import type { CriterionScore, Scorecard } from '#app/domain/scoring/scorecard.ts';
import type { Score } from '#app/domain/charter/percent.ts';
import type { DecisionRecord } from '#app/domain/formats/decision-record.ts';

/** Claimed is what the department claimed, supported what the panel's consensus counts. */
export function decidedScorecard(charter: Charter, record: DecisionRecord): Scorecard {
  const { results } = record;
  const criteria = allCriteria(charter).map(({ id, section, weight }): CriterionScore => {
    const decided = record.criteria.find(({ criterion }) => criterion === id);
    const applicable = decided === undefined || decided.consensus !== null;
    const claimed = decided?.claimed ?? null;
    const supported = applicable ? (decided?.supported ?? 0) : 0;
    return {
      id,
      section,
      weight,
      applicable,
      answered: claimed !== null,
      claimed,
      supported,
      reasons: results.criteria.find((each) => each.id === id)?.reasons ?? [],
      points: weight * supported,
      available: applicable ? weight * highestRating(charter) : 0,
    };
  });
  return {
    charter: results.charter,
    answered: results.coverage.answered,
    applicable: results.coverage.applicable,
    unanswered: criteria.flatMap(({ id, applicable, answered }) =>
      applicable && !answered ? [id] : [],
    ),
    overall: scoreOf(results.overall),
    sections: results.sections.map((section) => ({ id: section.id, score: scoreOf(section) })),
    criteria,
    levels: results.levels,
    level: results.level,
  };
}

type Stored = Score & { readonly percent: string | null };

function scoreOf({ points, available, percent }: Stored): Score | null {
  return percent === null ? null : { points, available };
}
