// Several actions changed together.
import { told, type Told } from '#app/words/told.ts';
import type { ActionFieldProblem } from '#app/domain/plan/check-action.ts';
import { fieldProblemText } from '#words/kit/field-problem-text.ts';
import { PROBLEMS } from '#words/problem-text.ts';

export const SEVERAL = {
  title: 'Change several actions',
  of: (department: string) => `Change several actions: ${department}`,
  explained:
    'Tick the actions, then fill in what is to change. What you leave empty stays as it is in each of them.',
  found: 'These are the actions that you looked for.',
  all: 'Show all actions',
  caption: 'Actions',
  choose: 'Choose',
  chooseOne: (number: number) => `Choose action ${number}`,
  asItIs: 'Leave it as it is',
  leaveEmpty: 'Leave it empty to leave it as it is',
  save: 'Change them',
  link: 'Change several actions',
  none: 'There are no actions to change.',
  overdue: 'overdue',
};

const SEVERAL_PROBLEMS = {
  ...PROBLEMS,
  'no-actions-chosen': 'Choose at least one action',
  'no-field-changed': 'Fill in what is to change',
  'action-not-valid': ({
    number,
    fields,
  }: {
    readonly number: number;
    readonly fields: readonly ActionFieldProblem[];
  }) =>
    `Nothing was changed, because of action ${number}: ${fields.map(fieldProblemText).join('. ')}`,
};

/** The problem as a sentence, without a full stop. */
export function severalProblemText(problem: Told<typeof SEVERAL_PROBLEMS>): string {
  return told(SEVERAL_PROBLEMS, problem);
}
