// A way to a level as actions of the plan: what the charter suggests for each of its steps.
import type { AnswerSet } from '#app/domain/scoring/answer.ts';
import type { Charter } from '#app/domain/charter/charter.ts';
import { organisationCriteria } from '#app/domain/charter/scope.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { CheapestPath } from '#app/domain/scoring/cheapest-path.ts';
import type { Action, ActionFields } from './action.ts';
import { openGaps, suggestionsFor } from './suggested.ts';

type Way = {
  readonly charter: Charter;
  readonly answerSet: AnswerSet;
  /** The id of the level. */
  readonly to: string;
  readonly pins: readonly string[];
  readonly way: CheapestPath;
  readonly actions: readonly Pick<Action, 'criteria'>[];
  /** YYYY-MM-DD */
  readonly startOn: string;
};

/** Every step has an action, or the charter suggests none, or there is no way. */
export type NothingToPlan = { readonly code: 'nothing-to-plan' };

/**
 * The actions for every step that raises a claim and has none yet, in the order of the way. What the organisation answers is
 * no step of the department, and what is claimed already needs evidence and no action.
 */
export function wayToPlan(given: Way): Result<readonly ActionFields[], NothingToPlan> {
  const { charter, answerSet, to, pins, way, actions, startOn } = given;
  if (way.status !== 'reachable') return refused({ code: 'nothing-to-plan' });
  const theirs = organisationCriteria(charter);
  const claimed = (id: string) => answerSet.answers.get(id)?.claimed ?? 0;
  const plan = { charter, answerSet, targetLevel: to, pins: new Set(pins), actions, way };
  const gaps = openGaps(plan).filter(
    (gap) => !theirs.has(gap.criterion) && claimed(gap.criterion) < gap.to,
  );
  const suggested = suggestionsFor(charter, gaps, startOn).map(({ action }) => action);
  return suggested.length === 0 ? refused({ code: 'nothing-to-plan' }) : ok(suggested);
}
