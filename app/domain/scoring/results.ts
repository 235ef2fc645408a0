// Results as JSON for `charter score --json` and `charter path --json`: percentages are text, rounded
// down, or null where there is no score (scoring.md, Points).
import { percentText } from '#app/domain/charter/percent.ts';
import type { CheapestPath } from './cheapest-path.ts';
import type { Scorecard } from './scorecard.ts';
import type { Score } from '#app/domain/charter/percent.ts';

/** A score in the documented shape; null = nothing is applicable. */
export function scoreResult(score: Score | null) {
  return {
    points: score?.points ?? 0,
    available: score?.available ?? 0,
    percent: score === null ? null : percentText(score),
  };
}

/** The scorecard in the documented shape; `level` is null for none. */
export function scoreResults(scorecard: Scorecard) {
  const { answered, applicable } = scorecard;
  return {
    charter: scorecard.charter,
    coverage: {
      answered,
      applicable,
      percent: applicable === 0 ? null : percentText({ points: answered, available: applicable }),
    },
    overall: scoreResult(scorecard.overall),
    sections: scorecard.sections.map(({ id, score }) => ({ id, ...scoreResult(score) })),
    criteria: scorecard.criteria.map(({ id, claimed, ruledOutBy, supported, reasons }) => ({
      id,
      claimed,
      ...(ruledOutBy === undefined ? {} : { ruledOutBy }),
      supported,
      reasons,
    })),
    levels: scorecard.levels,
    level: scorecard.level,
  };
}

/** The cheapest way in the documented shape. */
export function pathResults(path: CheapestPath) {
  const { overall, level } = path.after;
  return { ...path, after: { overall: scoreResult(overall), level } };
}
