// Is a level met? The four conditions of scoring.md, "A level is met when all of these hold", in
// their order, and after them those of format 2. The level reached is cumulative: it and every level below it are met.
import type { AnyOf, Charter, Level } from '#app/domain/charter/charter.ts';
import type { Precondition } from '#app/domain/charter/facts.ts';
import type { Threshold } from '#app/domain/charter/values.ts';
import type { AnswerSet } from './answer.ts';
import { preconditionState } from './precondition.ts';
import { meetsThreshold, pointsShort } from '#app/domain/charter/percent.ts';
import type { Condition, LevelScore, Scorecard } from './scorecard.ts';

/** What the conditions are asked of: the scorecard as far as it is known before levels. */
export type Totals = Omit<Scorecard, 'levels' | 'level'>;

/** What is known beside the answers. */
export type Known = Pick<AnswerSet, 'facts' | 'held'>;

/** Every level's own conditions, lowest level first. */
export function scoreLevels(charter: Charter, totals: Totals, known: Known): readonly LevelScore[] {
  return charter.levels.map((level) => {
    const conditions = [
      ...overallCondition(level, totals),
      ...sectionConditions(level, totals),
      ...requiredConditions(level, totals),
      ...coverageCondition(level, totals),
      ...floorConditions(level, totals),
      ...level.anyOf.map((anyOf) => anyOfCondition(anyOf, totals)),
      ...answeredCondition(level, totals),
      ...level.preconditions.map((precondition) => preconditionCondition(precondition, known)),
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

// 5. `floor` and `floors`: every applicable criterion, or those of one section, at the rating or above
function floorConditions(level: Level, { criteria }: Totals): readonly Condition[] {
  const applicable = criteria.filter((criterion) => criterion.applicable);
  const floor = (section: string | null, needs: number): Condition => {
    const below = applicable
      .filter((criterion) => section === null || criterion.section === section)
      .filter(({ supported }) => supported < needs)
      .map(({ id }) => id);
    return { kind: 'floor', met: below.length === 0, section, needs, below, short: below.length };
  };
  return [
    ...(level.floor === 0 ? [] : [floor(null, level.floor)]),
    ...[...level.floors].map(([section, needs]) => floor(section, needs)),
  ];
}

// 6. `anyOf`: at least min(count, left) of the named criteria that apply reach the rating
function anyOfCondition(anyOf: AnyOf, { criteria }: Totals): Condition {
  const { id, rating, of, minimumLeft } = anyOf;
  const applicable = criteria.filter((each) => each.applicable && of.includes(each.id));
  const left = applicable.length;
  const needs = Math.min(anyOf.count, left);
  const has = applicable.filter(({ supported }) => supported >= rating).length;
  const short = Math.max(0, needs - has);
  const met = short === 0 && left >= minimumLeft;
  return { kind: 'any-of', met, id, rating, of, needs, has, left, minimumLeft, short };
}

// 7. `answered`: each of these criteria that applies is answered, as coverage counts answers
function answeredCondition(level: Level, { unanswered: open }: Totals): readonly Condition[] {
  if (level.answered.length === 0) return [];
  const unanswered = level.answered.filter((id) => open.includes(id));
  const short = unanswered.length;
  return [{ kind: 'answered', met: short === 0, criteria: level.answered, unanswered, short }];
}

// 8. `preconditions`: an award held for years, a yes or no; what is unknown is not met
function preconditionCondition(precondition: Precondition, known: Known): Condition {
  const { state, years } = preconditionState(precondition, known);
  const met = state === 'yes';
  const short = precondition.kind === 'held' && !met ? precondition.years - (years ?? 0) : 0;
  return { kind: 'precondition', met, precondition, state, years, short };
}
