// What the filter of the task list says.
import type { TASK_PEOPLE, TaskState } from '#app/domain/assessment/find-tasks.ts';
import { ANSWER_REVIEW } from './work-plan-words.ts';
import { CRITERION_STATE } from './work-words.ts';

export const TASK_FILTER = {
  title: 'Find criteria',
  words: 'Words',
  hint: 'Of the criteria and of your answers. You can also type state:open or person:nobody',
  state: 'State',
  person: 'Who writes it',
  any: 'Any',
  show: 'Show',
  found: (found: number, all: number) => `${found} of ${all} criteria`,
  none: 'No criterion is like that.',
  everything: 'Show all criteria',
  unknown: (states: readonly string[], known: readonly string[]) =>
    `There is no state ${states.map((one) => `‘${one}’`).join(', ')}. Known are ${known.join(', ')}.`,
} as const;

/** The states in words. */
export const TASK_STATE: Readonly<Record<TaskState, string>> = {
  open: 'Not ready',
  ...CRITERION_STATE,
  'look-again': 'To be looked at again',
  required: 'Revision required',
  comments: 'With open comments',
  ...ANSWER_REVIEW,
  late: 'Late',
};

/** Who was asked, beside names. */
export const TASK_PERSON: Readonly<Record<(typeof TASK_PEOPLE)[number], string>> = {
  me: 'Me',
  nobody: 'Nobody yet',
};
