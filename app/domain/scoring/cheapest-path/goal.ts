// What a target level and every level below it ask, as whole numbers: ratings, points, answers.
// Source: scoring.md, A level is met when… and Cheapest way to a level.
import type { Charter, Level } from '#app/domain/charter/charter.ts';
import { sectionThreshold } from '#app/domain/scoring/level.ts';
import { pointsNeeded } from '#app/domain/charter/percent.ts';
import type { Scorecard } from '#app/domain/scoring/scorecard.ts';

export type Goal = {
  /** Criterion id to the highest rating that any of the levels requires of it. */
  readonly required: ReadonlyMap<string, number>;
  /** Section id to the points that all of the levels are content with. */
  readonly sections: ReadonlyMap<string, number>;
  /** Points over all sections. */
  readonly overall: number;
  /** Answered criteria. */
  readonly answers: number;
};

/** The levels from the lowest up to the target; empty where the charter has no such level. */
export function levelsUpTo(charter: Charter, target: string): readonly Level[] {
  const index = charter.levels.findIndex(({ id }) => id === target);
  return charter.levels.slice(0, index + 1);
}

/** The strictest demand of these levels on each rating, section, the whole and coverage. */
export function goalOf(levels: readonly Level[], scorecard: Scorecard): Goal {
  const required = new Map<string, number>();
  for (const [id, rating] of levels.flatMap((level) => [...level.requires])) {
    required.set(id, Math.max(rating, required.get(id) ?? 0));
  }
  const strictest = (needs: readonly number[]) => Math.max(0, ...needs);
  const sections = scorecard.sections.map(({ id, score }): [string, number] => {
    const thresholds = levels.flatMap((level) => sectionThreshold(level, id) ?? []);
    return [id, strictest(thresholds.map((each) => pointsNeeded(each, score?.available ?? 0)))];
  });
  const overall = levels.flatMap((level) => level.overall ?? []);
  const coverage = levels.flatMap((level) => level.coverage ?? []);
  const available = scorecard.overall?.available ?? 0;
  return {
    required,
    sections: new Map(sections),
    overall: strictest(overall.map((each) => pointsNeeded(each, available))),
    answers: strictest(coverage.map((each) => pointsNeeded(each, scorecard.applicable))),
  };
}
