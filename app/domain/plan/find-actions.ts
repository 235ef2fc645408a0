// Which actions of a plan somebody looks for: words, a status and an owner, as chosen or as typed in one line
// (`state:overdue person:"Ama Mensah" networks`).
import { type FindFilter, findFilter, type FindQuery, folded } from '#app/domain/search-terms.ts';
import type { Action, ActionStatus } from './action.ts';
import { STATUSES } from './action-fields.ts';
import { isOverdue } from './overdue.ts';

export const PLAN_STATES = ['open', 'overdue', ...STATUSES] as const;
/** A status; open = any but complete, overdue = its day is over and it is not complete. */
export type PlanState = (typeof PLAN_STATES)[number];

export type PlanFilter = FindFilter<PlanState>;

/** What is asked for of a plan; people are owners. */
export function planFilterOf(query: FindQuery): PlanFilter {
  return findFilter(query, PLAN_STATES);
}

type Sought = Pick<
  Action,
  'objective' | 'reason' | 'steps' | 'owner' | 'successMeasure' | 'status' | 'dueOn' | 'criteria'
>;

/** The actions that are looked for, in their order; `today` is YYYY-MM-DD in London. */
export function findActions<A extends Sought>(
  actions: readonly A[],
  filter: PlanFilter,
  today: string,
): readonly A[] {
  if (filter.unknown.length > 0) return [];
  return actions.filter((action) => {
    const text = folded(textOf(action));
    const owner = folded(action.owner);
    return (
      filter.words.every((word) => text.includes(word)) &&
      filter.people.every((part) => owner.includes(part)) &&
      filter.states.every((state) => isIn(action, state, today))
    );
  });
}

function textOf({ objective, reason, steps, owner, successMeasure, criteria }: Sought): string {
  return [objective, reason, ...steps, owner, successMeasure, ...criteria].join('\n');
}

function isIn(
  action: { readonly status: ActionStatus; readonly dueOn: string | null },
  state: PlanState,
  today: string,
): boolean {
  if (state === 'open') return action.status !== 'complete';
  if (state === 'overdue') return isOverdue(action, action.status, today);
  return action.status === state;
}
