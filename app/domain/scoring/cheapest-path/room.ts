// How far each applicable criterion can be raised: pins freeze a rating, indicator caps are
// ceilings that no effort lifts. Source: scoring.md, Cheapest way to a level.
import type { AnswerSet } from '#app/domain/scoring/answer.ts';
import {
  allCriteria,
  highestRating,
  type Charter,
  type Criterion,
} from '#app/domain/charter/charter.ts';
import type { CriterionScore, Scorecard } from '#app/domain/scoring/scorecard.ts';
import { indicatorCaps, type IndicatorCap } from '#app/domain/scoring/supported-rating.ts';
import type { Goal } from './goal.ts';
import type { Option } from './option.ts';

/** One applicable criterion, its supported rating now, and what limits raising it. */
export type Room = {
  readonly criterion: Criterion;
  readonly score: CriterionScore;
  /** The rating that the goal requires of it; 0 = none. */
  readonly required: number;
  /** For each demand of the goal the rating from which it counts for it; null = it never does. */
  readonly counts: readonly (number | null)[];
  readonly highest: number;
  readonly pinned: boolean;
  readonly caps: readonly IndicatorCap[];
  /** The most months that its raise may take; null = any. */
  readonly months: number | null;
};

/** Which ceilings hold: all of them, or all but those of indicators whose counts are missing. */
export type Ceilings = 'all' | 'except-missing';

type Given = {
  readonly goal: Goal;
  readonly pins: ReadonlySet<string>;
  readonly answerSet: AnswerSet;
  readonly months: number | null;
};

/** The room of every applicable criterion, in the charter's order. */
export function roomsOf(charter: Charter, scorecard: Scorecard, given: Given): readonly Room[] {
  return allCriteria(charter).flatMap((criterion, position) => {
    const score = scorecard.criteria[position];
    if (score === undefined || !score.applicable) return [];
    return {
      criterion,
      score,
      required: given.goal.required.get(criterion.id) ?? 0,
      counts: given.goal.demands.map(({ rating, of }) => (of.has(criterion.id) ? rating : null)),
      highest: highestRating(charter),
      pinned: given.pins.has(criterion.id),
      caps: ceilingsIn(criterion, charter, given.answerSet),
      months: given.months,
    };
  });
}

/** What no effort lifts. Evidence that may stand in for a figure is lifted like any other. */
function ceilingsIn(
  criterion: Criterion,
  charter: Charter,
  answerSet: AnswerSet,
): readonly IndicatorCap[] {
  const evidence = answerSet.answers.get(criterion.id)?.evidence ?? [];
  const caps = indicatorCaps(criterion, charter, { figures: answerSet, evidence });
  return caps.filter((cap) => cap.kind === 'indicator');
}

/** The highest rating that the criterion can be raised to. */
export function ceilingOf(room: Room, ceilings: Ceilings): number {
  const { score, pinned, caps } = room;
  if (pinned) return score.supported;
  const holding = caps.filter(({ state }) => ceilings === 'all' || state === 'outside');
  return Math.min(inTime(room), ...holding.map(({ from }) => from - 1));
}

/** The highest rating that the months allow. */
function inTime({ criterion, score, highest, months }: Room): number {
  let to = highest;
  if (months === null) return to;
  while (to > score.supported && monthsOf(criterion, score, to) > months) to -= 1;
  return to;
}

/**
 * Months of raising the criterion to a rating: those of its suggested actions, one after the other. What is
 * claimed already takes evidence alone, and no months (scoring.md, Cheapest way).
 */
export function monthsOf(criterion: Criterion, score: CriterionScore, to: number): number {
  const from = Math.max(score.supported, score.claimed ?? 0);
  const actions = criterion.suggestedActions.slice(from + 1, to + 1);
  return actions.reduce((sum, action) => sum + (action?.months ?? 0), 0);
}

/** Effort of raising the criterion from one rating to another: the sum of the steps between. */
export function effortOf(criterion: Criterion, from: number, to: number): number {
  let effort = 0;
  for (let rating = from; rating < to; rating += 1) effort += criterion.effort[rating] ?? 1;
  return effort;
}

/** Every rating that the criterion may end at, its required rating or more; empty if none. */
export function optionsOf(room: Room, ceilings: Ceilings): readonly Option[] {
  const { criterion, score, required } = room;
  const from = score.supported;
  const options: Option[] = [];
  for (let to = Math.max(from, required); to <= ceilingOf(room, ceilings); to += 1) {
    options.push({
      raise: to === from ? null : { criterion: criterion.id, from, to },
      gain: criterion.weight * (to - from),
      effort: effortOf(criterion, from, to),
      adds: addsOf(room, to),
    });
  }
  return options;
}

function addsOf({ counts }: Room, to: number): number {
  return counts.reduce<number>(
    (bits, from, demand) => (from !== null && to >= from ? bits | (1 << demand) : bits),
    0,
  );
}
