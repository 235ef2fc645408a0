// The fields of an action by name and in words: one place for the page, the PDF and the spreadsheet.
import { PRIORITIES, STATUSES } from '#app/domain/plan/action.ts';
import type { ActionDraft, ActionFields } from '#app/domain/plan/check-action.ts';
import { longDate } from '#words/kit/day-words.ts';
import { priorityText, statusText } from './status-words.ts';

export type ActionField = keyof ActionFields;

/** The name of each field, in the order in which they are read. */
export const actionLabels: Readonly<Record<ActionField, string>> = {
  keyPriority: 'Key priority',
  objective: 'Objective',
  criteria: 'Criteria',
  reason: 'Why',
  steps: 'Steps',
  owner: 'Owner',
  responsible: 'Who does the work',
  startOn: 'Start date',
  dueOn: 'Due date',
  milestones: 'Milestones',
  resources: 'Resources',
  successMeasure: 'Success measure',
  baseline: 'Baseline',
  target: 'Target',
  priority: 'Priority',
  status: 'Status',
};

/** One field in words; lists have a line for each item, and what is not set is empty. */
export function actionFieldText(action: ActionDraft, field: ActionField): string {
  switch (field) {
    case 'criteria':
      return action.criteria.join(', ');
    case 'steps':
      return action.steps.join('\n');
    case 'milestones':
      return action.milestones
        .filter(({ on, text }) => on !== null || text !== '')
        .map(({ on, text, done }) => `${longDate(on ?? '')}: ${text}${done ? ' (reached)' : ''}`)
        .join('\n');
    case 'startOn':
    case 'dueOn':
      return longDate(action[field] ?? '');
    case 'priority':
      return priorityText[known(PRIORITIES, action.priority) ?? 'medium'];
    case 'status':
      return statusText[known(STATUSES, action.status) ?? 'not-started'];
    default:
      return action[field];
  }
}

function known<T extends string>(list: readonly T[], value: string): T | undefined {
  return list.find((one) => one === value);
}
