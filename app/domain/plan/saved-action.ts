// An action as the database holds it, with the version that a change has to name.
import { type Action, PRIORITIES, STATUSES } from './action.ts';

/** An action as saved: with the version that a change has to name. */
export type SavedAction = Action & {
  readonly position: number;
  readonly version: number;
  readonly updatedAt: string;
  readonly updatedBy: string;
};

type StoredAction = Omit<SavedAction, 'priority' | 'status'> & {
  readonly priority: string;
  readonly status: string;
};

/** The action that a row holds; a priority or status that is not known counts as the plainest one. */
export function savedAction(row: StoredAction): SavedAction {
  return {
    id: row.id,
    criteria: row.criteria,
    keyPriority: row.keyPriority,
    objective: row.objective,
    reason: row.reason,
    steps: row.steps,
    owner: row.owner,
    responsible: row.responsible,
    startOn: row.startOn,
    dueOn: row.dueOn,
    milestones: row.milestones,
    resources: row.resources,
    successMeasure: row.successMeasure,
    baseline: row.baseline,
    target: row.target,
    priority: PRIORITIES.find((known) => known === row.priority) ?? 'medium',
    status: STATUSES.find((known) => known === row.status) ?? 'not-started',
    carries: row.carries,
    position: row.position,
    version: row.version,
    updatedAt: row.updatedAt,
    updatedBy: row.updatedBy,
  };
}
