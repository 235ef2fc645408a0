// The words for the status and the priority of an action, on pages and in documents alike.
import type { ActionStatus, Priority } from '#app/domain/plan/action.ts';

export const statusText: Readonly<Record<ActionStatus, string>> = {
  'not-started': 'Not started',
  'on-track': 'On track',
  'at-risk': 'At risk',
  'off-track': 'Off track',
  complete: 'Complete',
};

export const priorityText: Readonly<Record<Priority, string>> = {
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};
