// One action of an action plan, as the page, the file, the PDF and the database hold it.

export const PRIORITIES = ['high', 'medium', 'low'] as const;
/** Progress in words; colour is only ever added to them. */
export const STATUSES = ['not-started', 'on-track', 'at-risk', 'off-track', 'complete'] as const;

export type Priority = (typeof PRIORITIES)[number];
export type ActionStatus = (typeof STATUSES)[number];

export type Action = {
  readonly id: string;
  /** The criteria whose gap the action closes, by id. */
  readonly criteria: readonly string[];
  readonly objective: string;
  readonly reason: string;
  readonly steps: readonly string[];
  readonly owner: string;
  /** Calendar dates, YYYY-MM-DD; null = not set yet. */
  readonly startOn: string | null;
  readonly dueOn: string | null;
  readonly resources: string;
  readonly successMeasure: string;
  readonly priority: Priority;
  readonly status: ActionStatus;
};
