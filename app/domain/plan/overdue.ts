// When an action is late. Days are YYYY-MM-DD in London.
import type { ActionStatus } from './action.ts';

/** Whether an action should have been done by now and is not. */
export function isOverdue(
  { dueOn }: { readonly dueOn: string | null },
  status: ActionStatus | null,
  today: string,
): boolean {
  return dueOn !== null && dueOn < today && status !== 'complete';
}
