// The status of an action: the word says it, the colour only repeats it.
import type { ActionStatus } from '#app/domain/plan/action.ts';
import { PLAN_VIEWS } from '#words/plan/plan-pages.ts';
import { statusText } from '#words/plan/status-words.ts';

const COLOUR: Readonly<Record<ActionStatus, string>> = {
  'not-started': 'grey',
  'on-track': 'green',
  'at-risk': 'orange',
  'off-track': 'red',
  complete: 'blue',
};

export function StatusTag({ status }: { readonly status: ActionStatus }) {
  return (
    <strong className={`nhsuk-tag nhsuk-tag--${COLOUR[status]} app-tag`}>
      {statusText[status]}
    </strong>
  );
}

/** That an action should be done by now; nothing where it should not. */
export function OverdueTag({ action }: { readonly action: { readonly isOverdue: boolean } }) {
  return action.isOverdue ? (
    <strong className="nhsuk-tag nhsuk-tag--red app-tag">{PLAN_VIEWS.overdue}</strong>
  ) : null;
}
