// Is a level met? The four conditions of scoring.md, "A level is met when all of these hold", in
// their order. The level reached is cumulative: it and every level below it are met.
import type { Charter, Level } from '#app/domain/charter/charter.ts';
import type { Threshold } from '#app/domain/charter/values.ts';
import { meetsThreshold, pointsShort } from '#app/domain/charter/percent.ts';
import type { Condition, LevelScore, Scorecard } from './scorecard.ts';

/** What the conditions are asked of: the scorecard as far as it is known before levels. */
export type Totals = Omit<Scorecard, 'levels' | 'level'>;

/** Every level's own conditions, lowest level first. */
export function scoreLevels(charter: Charter, totals: Totals): readonly LevelScore[] {
  return charter.levels.map((level) => {
    const conditions = [
      ...overallCondition(level, totals),
      ...sectionConditions(level, totals),
      ...requiredConditions(level, totals),
      ...coverageCondition(level, totals),
    ];
    // A charter with no applicable criterion scores nothing and meets no level.
    const met = totals.overall !== null && conditions.every((condition) => condition.met);
    return { id: level.id, met, conditions };
  });
}

/** The id of the highest level such that it and every level below it are met; null = none. */
export function levelReached(levels: readonly LevelScore[]): string | null {
  const firstUnmet = levels.findIndex((level) => !level.met);
  const met = firstUnmet === -1 ? levels : levels.slice(0, firstUnmet);
  return met.at(-1)?.id ?? null;
}

/** The score that a level asks of a section; null = it asks nothing there. */
export function sectionThreshold(level: Level, section: string): Threshold | null {
  return level.sections.get(section) ?? level.section;
}

// 1. overall score ≥ `overall` of the level
function overallCondition(level: Level, { overall: has }: Totals): readonly Condition[] {
  const needs = level.overall;
  if (needs === null) return [];
  const met = has !== null && meetsThreshold(has, needs);
  return [{ kind: 'overall', met, needs, has, short: has === null ? 0 : pointsShort(has, needs) }];
}

// 2. every section with a score has score ≥ `section` of the level, or its override
function sectionConditions(level: Level, { sections }: Totals): readonly Condition[] {
  return sections.flatMap(({ id, score: has }): readonly Condition[] => {
    const needs = sectionThreshold(level, id);
    if (needs === null || has === null) return [];
    const met = meetsThreshold(has, needs);
    return [{ kind: 'section', met, section: id, needs, has, short: pointsShort(has, needs) }];
  });
}

// 3. every criterion that the level `requires` has supported rating ≥ the rating required there
function requiredConditions(level: Level, { criteria }: Totals): readonly Condition[] {
  return criteria.flatMap(({ id, applicable, supported }): readonly Condition[] => {
    const needs = level.requires.get(id);
    if (needs === undefined) return [];
    const has = applicable ? supported : null;
    const short = has === null ? 0 : Math.max(0, needs - has);
    return [{ kind: 'required', met: short === 0, criterion: id, needs, has, short }];
  });
}

// 4. `coverage` of the level, if given: answered ÷ applicable ≥ it
function coverageCondition(level: Level, { answered, applicable }: Totals): readonly Condition[] {
  const needs = level.coverage;
  if (needs === null) return [];
  const has = { points: answered, available: applicable };
  const met = meetsThreshold(has, needs);
  return [{ kind: 'coverage', met, needs, has, short: pointsShort(has, needs) }];
}
