// Why a level is met or not: each of its conditions as a row, with the figures that decide it.
// Complete enough to recompute the level with pencil and paper. Source: scoring.md, Explanation.
import { pointsNeeded } from '#app/domain/charter/percent.ts';
import type { Cap, Condition, CriterionScore, LevelScore, Scorecard } from './scorecard.ts';
import type { Score } from '#app/domain/charter/percent.ts';

/** One criterion's part in a score: points = weight × supported, out of weight × highest rating. */
export type Contribution = {
  readonly criterion: string;
  readonly weight: number;
  readonly supported: number;
  readonly points: number;
  readonly available: number;
};

type ConditionOf<Kind extends Condition['kind']> = Extract<Condition, { kind: Kind }>;

/** A score to compare, the points that the threshold comes to, and every criterion that adds to it. */
type ScoreRow = {
  /** The fewest whole points that meet the threshold; 0 where nothing is applicable. */
  readonly pointsNeeded: number;
  readonly contributions: readonly Contribution[];
  /** Criteria that could still add points, most points first, then in charter order. */
  readonly decidedBy: readonly string[];
};

/** The fewest answered criteria that meet the threshold, and which are not answered. */
type CoverageRow = {
  readonly answersNeeded: number;
  readonly answered: readonly string[];
  /** The unanswered criteria. */
  readonly decidedBy: readonly string[];
};

/** The claim behind the supported rating and every reason why it counts only in part. */
type RequiredRow = {
  readonly claimed: number | null;
  readonly reasons: readonly Cap[];
  /** The one criterion; empty where it is not applicable, which satisfies the condition. */
  readonly decidedBy: readonly string[];
};

/** The supported rating of a criterion; null = not applicable. */
type Standing = { readonly criterion: string; readonly has: number | null };

/** The ratings to compare: of every criterion in question, in the charter's order. */
type RatingsRow = {
  readonly standings: readonly Standing[];
  /** Those below the rating, which could still reach it. */
  readonly decidedBy: readonly string[];
};

export type ExplanationRow =
  | (ConditionOf<'overall'> & ScoreRow)
  | (ConditionOf<'section'> & ScoreRow)
  | (ConditionOf<'required'> & RequiredRow)
  | (ConditionOf<'coverage'> & CoverageRow)
  | (ConditionOf<'floor'> & RatingsRow)
  | (ConditionOf<'any-of'> & RatingsRow)
  | (ConditionOf<'answered'> & { readonly decidedBy: readonly string[] })
  | (ConditionOf<'precondition'> & { readonly decidedBy: readonly string[] });

export type LevelExplanation = {
  readonly level: string;
  /** This level's own conditions. */
  readonly met: boolean;
  /** This level and every level below it are met. */
  readonly reached: boolean;
  /** Levels below whose own conditions are not met, lowest first; they hold this level back. */
  readonly unmetBelow: readonly string[];
  /** True: no criterion is applicable, so no level is met whatever the rows say. */
  readonly nothingApplicable: boolean;
  /** Answered out of applicable criteria. */
  readonly coverage: Score;
  /** Criteria out of every numerator and denominator. */
  readonly notApplicable: readonly string[];
  readonly rows: readonly ExplanationRow[];
};

/** The explanation of every level, lowest first. */
export function explainLevels(scorecard: Scorecard): readonly LevelExplanation[] {
  return scorecard.levels.map((level, index) => {
    const below = scorecard.levels.slice(0, index);
    return explainLevel(scorecard, level, below);
  });
}

function explainLevel(
  scorecard: Scorecard,
  level: LevelScore,
  below: readonly LevelScore[],
): LevelExplanation {
  const unmetBelow = below.filter(({ met }) => !met).map(({ id }) => id);
  const { criteria } = scorecard;
  return {
    level: level.id,
    met: level.met,
    reached: level.met && unmetBelow.length === 0,
    unmetBelow,
    nothingApplicable: scorecard.applicable === 0,
    coverage: { points: scorecard.answered, available: scorecard.applicable },
    notApplicable: criteria.filter(({ applicable }) => !applicable).map(({ id }) => id),
    rows: level.conditions.map((condition) => explainCondition(condition, criteria)),
  };
}

function explainCondition(
  condition: Condition,
  criteria: readonly CriterionScore[],
): ExplanationRow {
  const applicable = criteria.filter((criterion) => criterion.applicable);
  switch (condition.kind) {
    case 'overall':
      return { ...condition, ...scoreRow(condition, applicable) };
    case 'section': {
      const inSection = applicable.filter(({ section }) => section === condition.section);
      return { ...condition, ...scoreRow(condition, inSection) };
    }
    case 'required': {
      const decides = applicable.find(({ id }) => id === condition.criterion);
      return {
        ...condition,
        claimed: decides?.claimed ?? null,
        reasons: decides?.reasons ?? [],
        decidedBy: decides === undefined ? [] : [decides.id],
      };
    }
    case 'coverage':
      return {
        ...condition,
        answersNeeded: pointsNeeded(condition.needs, condition.has.available),
        answered: applicable.filter(({ answered }) => answered).map(({ id }) => id),
        decidedBy: applicable.filter(({ answered }) => !answered).map(({ id }) => id),
      };
    case 'floor': {
      const { section, below } = condition;
      const asked = criteria.filter((each) => section === null || each.section === section);
      return { ...condition, standings: asked.map(standingOf), decidedBy: below };
    }
    case 'any-of': {
      const named = criteria.filter(({ id }) => condition.of.includes(id));
      const open = named.filter((each) => each.applicable && each.supported < condition.rating);
      const decidedBy = open.map(({ id }) => id);
      return { ...condition, standings: named.map(standingOf), decidedBy };
    }
    case 'answered':
      return { ...condition, decidedBy: condition.unanswered };
    case 'precondition':
      return { ...condition, decidedBy: [] };
    default:
      return condition satisfies never;
  }
}

function standingOf({ id, applicable, supported }: CriterionScore): Standing {
  return { criterion: id, has: applicable ? supported : null };
}

function scoreRow(
  { needs, has }: ConditionOf<'overall'> | ConditionOf<'section'>,
  counted: readonly CriterionScore[],
): ScoreRow {
  const missing = (criterion: CriterionScore) => criterion.available - criterion.points;
  return {
    pointsNeeded: pointsNeeded(needs, has?.available ?? 0),
    contributions: counted.map(({ id, weight, supported, points, available }) => ({
      criterion: id,
      weight,
      supported,
      points,
      available,
    })),
    decidedBy: counted
      .filter((criterion) => missing(criterion) > 0)
      .toSorted((one, other) => missing(other) - missing(one))
      .map(({ id }) => id),
  };
}
