// The charter's suggested actions as the beginning of an action plan: one for a gap, or one for every
// gap on the way to a level that no action closes yet.
import type { AnswerSet } from '#app/domain/scoring/answer.ts';
import { addMonths } from '#app/domain/calendar-entries.ts';
import { type Charter, findCriterion } from '#app/domain/charter/charter.ts';
import type { CheapestPath } from '#app/domain/scoring/cheapest-path.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import type { Action, ActionFields } from './action.ts';
import { EMPTY_ACTION } from './per-field.ts';

/** A rating to reach on one criterion. */
export type Gap = { readonly criterion: string; readonly to: number };

/**
 * The action that the charter suggests for reaching a rating, ready to be edited: it starts on the day
 * given (YYYY-MM-DD) and is due when its months have passed. null where the charter suggests nothing.
 */
export function suggestedAction(
  charter: Charter,
  { criterion: id, to }: Gap,
  startOn: string,
): ActionFields | null {
  const suggested = findCriterion(charter, id)?.suggestedActions[to] ?? null;
  if (suggested === null) return null;
  return {
    ...EMPTY_ACTION,
    criteria: [id],
    objective: suggested.objective,
    steps: suggested.steps,
    owner: suggested.owner,
    startOn,
    dueOn: addMonths(startOn, suggested.months),
    successMeasure: suggested.measure,
  };
}

export type Suggestion = Gap & { readonly action: ActionFields };

type Plan = {
  readonly charter: Charter;
  readonly answerSet: AnswerSet;
  readonly targetLevel: string;
  readonly pins: ReadonlySet<string>;
  /** The cheapest way to the target; null = not known yet. */
  readonly way: CheapestPath | null;
  readonly actions: readonly Pick<Action, 'criteria'>[];
  readonly startOn: string;
};

/** The gaps before the target level that no action has as its criterion. */
export function openGaps(plan: Omit<Plan, 'startOn'>): readonly Gap[] {
  const planned = new Set(plan.actions.flatMap(({ criteria }) => criteria));
  return gapsBefore(plan).filter(({ criterion }) => !planned.has(criterion));
}

/** A suggested action for every open gap that the charter has one for. */
export function suggestedActions(plan: Plan): readonly Suggestion[] {
  return suggestionsFor(plan.charter, openGaps(plan), plan.startOn);
}

/** What the charter suggests for these gaps. */
export function suggestionsFor(
  charter: Charter,
  gaps: readonly Gap[],
  startOn: string,
): readonly Suggestion[] {
  return gaps.flatMap((gap) => {
    const action = suggestedAction(charter, gap, startOn);
    return action === null ? [] : [{ ...gap, action }];
  });
}

/**
 * The steps of the cheapest way; where the level is out of reach or the way is not known, the ratings
 * that it and the levels below it require, so that the plan can begin all the same. In the charter's order.
 */
function gapsBefore({
  charter,
  answerSet,
  targetLevel,
  pins,
  way,
}: Omit<Plan, 'actions' | 'startOn'>): readonly Gap[] {
  if (way?.status === 'reachable' || way?.status === 'already-met') {
    return way.steps.map(({ criterion, to }) => ({ criterion, to }));
  }
  const target = charter.levels.findIndex(({ id }) => id === targetLevel);
  const required = charter.levels.slice(0, target + 1).flatMap(({ requires }) => [...requires]);
  return scoreAssessment(charter, answerSet)
    .criteria.filter(({ id, applicable }) => applicable && !pins.has(id))
    .flatMap(({ id, supported }) => {
      const needs = required.filter(([criterion]) => criterion === id).map(([, rating]) => rating);
      const to = Math.max(0, ...needs);
      return to > supported ? [{ criterion: id, to }] : [];
    });
}
