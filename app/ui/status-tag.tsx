// The status of an action: the word says it, the colour only repeats it.
import type { ActionStatus } from '#app/domain/action-plan/action.ts';

const LOOK: Readonly<Record<ActionStatus, readonly [string, string]>> = {
  'not-started': ['grey', 'Not started'],
  'on-track': ['green', 'On track'],
  'at-risk': ['orange', 'At risk'],
  'off-track': ['red', 'Off track'],
  complete: ['blue', 'Complete'],
};

export function StatusTag({ status }: { readonly status: ActionStatus }) {
  const [colour, text] = LOOK[status];
  return <strong className={`nhsuk-tag nhsuk-tag--${colour} app-tag`}>{text}</strong>;
}
