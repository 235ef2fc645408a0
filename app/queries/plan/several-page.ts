// The actions of a plan to be changed together: all of them, or those that are looked for.
import { findActions, planFilterOf } from '#app/domain/plan/find-actions.ts';
import { isOverdue } from '#app/domain/plan/overdue.ts';
import type { FindQuery } from '#app/domain/search-terms.ts';
import type { AssessmentView } from '#app/doors/assessment-view.ts';
import { datesText } from '#words/plan/gantt-words.ts';
import { priorityText, statusText } from '#words/plan/status-words.ts';

/** The page; `today` is YYYY-MM-DD in London. */
export function severalPage(
  view: AssessmentView,
  { query, today }: { readonly query: FindQuery; readonly today: string },
) {
  const numbers = new Map(view.actions.map(({ id }, index) => [id, index + 1]));
  const found = findActions(view.actions, planFilterOf(query), today);
  return {
    id: view.id,
    department: view.department,
    isNarrowed: found.length < view.actions.length,
    actions: found.map((action) => ({
      id: action.id,
      number: numbers.get(action.id) ?? 0,
      objective: action.objective,
      owner: action.owner,
      dates: datesText(action),
      priority: priorityText[action.priority],
      status: statusText[action.status],
      isOverdue: isOverdue(action, action.status, today),
    })),
  };
}

export type SeveralPage = ReturnType<typeof severalPage>;
