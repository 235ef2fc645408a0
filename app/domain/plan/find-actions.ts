// Which actions of a plan somebody looks for: words, a status and an owner, as chosen or as typed in one line
// (`state:overdue person:"Ama Mensah" networks`).
import { folded, searchTerms, valuesOf } from '#app/domain/search-terms.ts';
import type { Action, ActionStatus } from './action.ts';
import { STATUSES } from './action-fields.ts';
import { isOverdue } from './overdue.ts';

export const PLAN_STATES = ['open', 'overdue', ...STATUSES] as const;
/** A status; open = any but complete, overdue = its day is over and it is not complete. */
export type PlanState = (typeof PLAN_STATES)[number];

/** As it stands in an address; '' = any. */
export type PlanQuery = { readonly find: string; readonly state: string; readonly person: string };

export const WHOLE_PLAN: PlanQuery = { find: '', state: '', person: '' };

export type PlanFilter = {
  /** Each has to be found; folded. */
  readonly words: readonly string[];
  /** Each has to hold. */
  readonly states: readonly PlanState[];
  /** Each is a part of the owner's name; folded. */
  readonly owners: readonly string[];
  /** What was typed as a state and is none: it is told, and nothing is found by it. */
  readonly unknown: readonly string[];
};

/** What is asked for, of all three fields together. */
export function planFilterOf({ find, state, person }: PlanQuery): PlanFilter {
  const terms = searchTerms(find, ['state', 'person']);
  const named = [...valuesOf(terms, 'state'), folded(state)]
    .filter((value) => value !== '')
    .map((value) => value.replaceAll(/\s+/g, '-'));
  const known = new Map<string, PlanState>(PLAN_STATES.map((one) => [one, one]));
  return {
    words: valuesOf(terms, ''),
    states: named.flatMap((value) => known.get(value) ?? []),
    owners: [...valuesOf(terms, 'person'), folded(person)].filter((value) => value !== ''),
    unknown: named.filter((value) => !known.has(value)),
  };
}

/** Whether it leaves everything in. */
export function isWholePlan({ words, states, owners, unknown }: PlanFilter): boolean {
  return words.length + states.length + owners.length + unknown.length === 0;
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
      filter.owners.every((part) => owner.includes(part)) &&
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
