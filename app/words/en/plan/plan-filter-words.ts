// What the filter of an action plan says.
import type { PlanState } from '#app/domain/plan/find-actions.ts';
import { statusText } from './status-words.ts';

export const PLAN_FILTER = {
  title: 'Find actions',
  words: 'Words',
  hint: 'Of the actions and their owners. You can also type state:overdue or person:Name',
  state: 'Status',
  owner: 'Owner',
  any: 'Any',
  show: 'Show',
  found: (found: number, all: number) => `${found} of ${all} actions`,
  none: 'No action is like that.',
  everything: 'Show the whole plan',
  unknown: (states: readonly string[], known: readonly string[]) =>
    `There is no status ${states.map((one) => `‘${one}’`).join(', ')}. Known are ${known.join(', ')}.`,
} as const;

/** The states in words. */
export const PLAN_STATE: Readonly<Record<PlanState, string>> = {
  open: 'Not complete',
  overdue: 'Overdue',
  ...statusText,
};
