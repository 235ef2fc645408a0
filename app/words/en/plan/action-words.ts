// The fields of an action by name and in words: one place for the page, the PDF and the spreadsheet.
import type { ActionField, ActionFieldName } from '#app/domain/plan/action-fields.ts';
import type { ActionDraft } from '#app/domain/plan/check-action.ts';
import { type ChoiceField, choiceIn } from '#app/domain/plan/per-field.ts';
import { longDate } from '#words/kit/day-words.ts';
import { priorityText, statusText } from './status-words.ts';

type FieldWords = {
  /** What it is called wherever it is listed: on pages, in the spreadsheet and the document. */
  readonly name: string;
  /** What the form calls it, where that is another. */
  readonly inForm?: string;
  readonly hint?: string;
  /** What the document calls it, where that is another. */
  readonly inDocument?: string;
  /** What the public page of an award calls it, where that is another. */
  readonly onAward?: string;
};

export const actionWords: Readonly<Record<ActionFieldName, FieldWords>> = {
  keyPriority: {
    name: 'Key priority',
    hint: 'What the plan groups its actions by, in your words',
  },
  objective: { name: 'Objective', hint: 'What will be different, in one sentence' },
  criteria: { name: 'Criteria', inForm: 'Criteria that it is for', onAward: 'For' },
  reason: { name: 'Why', hint: 'The gap that it answers' },
  steps: { name: 'Steps', hint: 'One step on each line' },
  owner: {
    name: 'Owner',
    hint: 'The one person or post that answers for it, even where others do the work',
  },
  responsible: {
    name: 'Who does the work',
    hint: 'People, posts or teams; leave it empty where it is the owner alone',
  },
  startOn: { name: 'Start date' },
  dueOn: { name: 'Due date' },
  milestones: { name: 'Milestones' },
  resources: { name: 'Resources', hint: 'Money, time and people' },
  successMeasure: {
    name: 'Success measure',
    inForm: 'How you will know that it worked',
    hint: 'A figure or a fact, with its date',
    inDocument: 'How we will know that it worked',
    onAward: 'Measured by',
  },
  baseline: {
    name: 'Baseline',
    hint: 'Where the measure stands today, such as 61% in March 2026',
    inDocument: 'Where it stands',
  },
  target: {
    name: 'Target',
    hint: 'Where it is to be at the end, such as 80% by March 2028',
    inDocument: 'Where it is to be',
    onAward: 'To be reached',
  },
  priority: { name: 'Priority' },
  status: { name: 'Status' },
};

/** Each field as it stands after 'Enter' and 'Shorten'. */
export const actionFieldNames: Readonly<Record<ActionFieldName, string>> = {
  keyPriority: 'the key priority',
  objective: 'the objective',
  criteria: 'the criteria',
  reason: 'the reason',
  steps: 'the steps',
  owner: 'the owner',
  responsible: 'who does the work',
  startOn: 'the start date',
  dueOn: 'the due date',
  milestones: 'the milestones',
  resources: 'the resources',
  successMeasure: 'the success measure',
  baseline: 'the baseline',
  target: 'the target',
  priority: 'the priority',
  status: 'the status',
};

/** The choices of a field in words. */
export const choiceWords: Readonly<Record<ChoiceField['name'], Readonly<Record<string, string>>>> =
  { priority: priorityText, status: statusText };

/** One field in words; lists have a line for each item, and what is not set is empty. */
export function actionFieldText(action: ActionDraft, field: ActionField): string {
  switch (field.kind) {
    case 'criteria':
      return action[field.name].join(', ');
    case 'lines':
      return action[field.name].join('\n');
    case 'milestones':
      return action[field.name]
        .filter(({ on, text }) => on !== null || text !== '')
        .map(({ on, text, done }) => `${longDate(on ?? '')}: ${text}${done ? ' (reached)' : ''}`)
        .join('\n');
    case 'day':
      return longDate(action[field.name] ?? '');
    case 'choice':
      return choiceText(action, field);
    default:
      return action[field.name];
  }
}

function choiceText(action: ActionDraft, field: ChoiceField): string {
  return choiceWords[field.name][choiceIn(field, action[field.name]) ?? field.otherwise] ?? '';
}
