// What a target level and every level below it ask, as whole numbers: ratings, points, answers.
// Source: scoring.md, A level is met when… and Cheapest way to a level.
import type { AnyOf, Charter, Level } from '#app/domain/charter/charter.ts';
import { sectionThreshold } from '#app/domain/scoring/level.ts';
import { pointsNeeded } from '#app/domain/charter/percent.ts';
import type { Scorecard } from '#app/domain/scoring/scorecard.ts';

export type Goal = {
  /** Criterion id to the highest rating that any of the levels requires of it, its floor included. */
  readonly required: ReadonlyMap<string, number>;
  /** Section id to the points that all of the levels are content with. */
  readonly sections: ReadonlyMap<string, number>;
  /** Points over all sections. */
  readonly overall: number;
  /** Answered criteria. */
  readonly answers: number;
  /** Criteria that have to be answered whatever their number. */
  readonly answered: ReadonlySet<string>;
  readonly demands: readonly Demand[];
};

/** So many of these criteria, all of which apply, at the rating or above. */
export type Demand = {
  /** The id of the condition in the charter. */
  readonly id: string;
  readonly rating: number;
  readonly of: ReadonlySet<string>;
  readonly needs: number;
  /** Too few apply, so that nothing can meet it. */
  readonly tooFewLeft: boolean;
};

/** The levels from the lowest up to the target; empty where the charter has no such level. */
export function levelsUpTo(charter: Charter, target: string): readonly Level[] {
  const index = charter.levels.findIndex(({ id }) => id === target);
  return charter.levels.slice(0, index + 1);
}

/** The strictest demand of these levels on each rating, section, the whole and coverage. */
export function goalOf(levels: readonly Level[], scorecard: Scorecard): Goal {
  const strictest = (needs: readonly number[]) => Math.max(0, ...needs);
  const required = scorecard.criteria.map(({ id, section }): [string, number] => {
    const asked = levels.flatMap((level) => [
      level.requires.get(id) ?? 0,
      level.floor,
      level.floors.get(section) ?? 0,
    ]);
    return [id, strictest(asked)];
  });
  const sections = scorecard.sections.map(({ id, score }): [string, number] => {
    const thresholds = levels.flatMap((level) => sectionThreshold(level, id) ?? []);
    return [id, strictest(thresholds.map((each) => pointsNeeded(each, score?.available ?? 0)))];
  });
  const overall = levels.flatMap((level) => level.overall ?? []);
  const coverage = levels.flatMap((level) => level.coverage ?? []);
  const available = scorecard.overall?.available ?? 0;
  return {
    required: new Map(required),
    sections: new Map(sections),
    overall: strictest(overall.map((each) => pointsNeeded(each, available))),
    answers: strictest(coverage.map((each) => pointsNeeded(each, scorecard.applicable))),
    answered: new Set(levels.flatMap((level) => level.answered)),
    demands: levels.flatMap((level) => level.anyOf.map((anyOf) => demandOf(anyOf, scorecard))),
  };
}

function demandOf({ id, rating, count, of, minimumLeft }: AnyOf, { criteria }: Scorecard): Demand {
  const left = criteria.filter((each) => each.applicable && of.includes(each.id));
  return {
    id,
    rating,
    of: new Set(left.map((each) => each.id)),
    needs: Math.min(count, left.length),
    tooFewLeft: left.length < minimumLeft,
  };
}
