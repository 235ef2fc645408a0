// One action of an action plan, as the page, the file, the PDF and the database hold it.

export const PRIORITIES = ['high', 'medium', 'low'] as const;
/** Progress in words; colour is only ever added to them. */
export const STATUSES = ['not-started', 'on-track', 'at-risk', 'off-track', 'complete'] as const;

export type Priority = (typeof PRIORITIES)[number];
export type ActionStatus = (typeof STATUSES)[number];

/** An action's number in its plan, from 1. */
export const ACTION_NUMBER = /^[1-9]\d{0,3}$/;

/** Something that can be seen on the way to the objective. */
export type Milestone = {
  /** YYYY-MM-DD */
  readonly on: string;
  readonly text: string;
  readonly done: boolean;
};

export type Action = {
  readonly id: string;
  /** The criteria whose gap the action closes, by id. */
  readonly criteria: readonly string[];
  /** What the plan groups its actions by, in the department's own words; empty = none. */
  readonly keyPriority: string;
  readonly objective: string;
  readonly reason: string;
  readonly steps: readonly string[];
  /** The one person who answers for it. */
  readonly owner: string;
  /** Those who do the work. */
  readonly responsible: string;
  /** Calendar dates, YYYY-MM-DD; null = not set yet. */
  readonly startOn: string | null;
  readonly dueOn: string | null;
  readonly milestones: readonly Milestone[];
  readonly resources: string;
  readonly successMeasure: string;
  /** Where the success measure stands at the start, and where it is to be at the end. */
  readonly baseline: string;
  readonly target: string;
  readonly priority: Priority;
  readonly status: ActionStatus;
  /** The number of the action of the previous plan that this one carries on; null = none. */
  readonly carries: string | null;
};
