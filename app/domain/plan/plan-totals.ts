// How much of a plan there is to do, by owner and by the quarter in which it is due. Days are YYYY-MM-DD in London.
import type { Action } from './action.ts';
import { isOverdue } from './overdue.ts';

export type Total = {
  readonly all: number;
  readonly complete: number;
  readonly overdue: number;
};

type Counted = Pick<Action, 'owner' | 'dueOn' | 'status'>;

export type PlanTotals = {
  /** In the order of the names; '' = nobody yet, last. */
  readonly owners: readonly (Total & { readonly owner: string })[];
  /** Quarters of the calendar, the earliest first; null = no date yet, last. */
  readonly quarters: readonly (Total & { readonly quarter: Quarter | null })[];
};

/** A quarter of the calendar: 1 = January to March. */
export type Quarter = { readonly year: number; readonly quarter: 1 | 2 | 3 | 4 };

/** The totals of these actions. Each counts once among the owners, and once among the quarters. */
export function planTotals(actions: readonly Counted[], today: string): PlanTotals {
  const byOwner = Map.groupBy(actions, ({ owner }) => owner);
  const byQuarter = Map.groupBy(actions, ({ dueOn }) => dueOn?.slice(0, 7) ?? '');
  const quarters = Map.groupBy(byQuarter.keys(), (month) => nameOf(quarterOf(month)));
  return {
    owners: [...byOwner]
      .toSorted(([one], [other]) => emptyLast(one, other) || one.localeCompare(other, 'en-GB'))
      .map(([owner, own]) => ({ owner, ...totalOf(own, today) })),
    quarters: [...quarters]
      .toSorted(([one], [other]) => emptyLast(one, other) || (one < other ? -1 : 1))
      .map(([, months]) => ({
        quarter: quarterOf(months[0] ?? ''),
        ...totalOf(
          months.flatMap((month) => byQuarter.get(month) ?? []),
          today,
        ),
      })),
  };
}

function emptyLast(one: string, other: string): number {
  return Number(one === '') - Number(other === '');
}

function totalOf(actions: readonly Counted[], today: string): Total {
  return {
    all: actions.length,
    complete: actions.filter(({ status }) => status === 'complete').length,
    overdue: actions.filter((action) => isOverdue(action, action.status, today)).length,
  };
}

/** Of a month such as 2027-04; null for none. */
function quarterOf(month: string): Quarter | null {
  if (month === '') return null;
  const quarter = Math.ceil(Number(month.slice(5, 7)) / 3);
  if (quarter !== 1 && quarter !== 2 && quarter !== 3 && quarter !== 4) return null;
  return { year: Number(month.slice(0, 4)), quarter };
}

function nameOf(quarter: Quarter | null): string {
  return quarter === null ? '' : `${quarter.year} ${quarter.quarter}`;
}

/** The columns of a board, in the order in which an action goes through them. */
export const BOARD_COLUMNS = ['not-started', 'under-way', 'complete'] as const;
export type BoardColumn = (typeof BOARD_COLUMNS)[number];

/** Where an action stands on a board. */
export function boardColumn({ status }: Pick<Action, 'status'>): BoardColumn {
  return status === 'not-started' || status === 'complete' ? status : 'under-way';
}
