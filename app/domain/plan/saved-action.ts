// An action as the database holds it, with the version that a change has to name.
import type { Action, ActionFields, Milestone } from './action.ts';
import { ACTION_FIELDS } from './action-fields.ts';
import type { ActionDraft } from './check-action.ts';
import { choiceIn, perField } from './per-field.ts';

/** An action as saved: with the version that a change has to name. */
export type SavedAction = Action & {
  readonly position: number;
  readonly version: number;
  readonly updatedAt: string;
  readonly updatedBy: string;
};

type StoredAction = Omit<SavedAction, keyof ActionFields> &
  Omit<ActionDraft, 'milestones'> & { readonly milestones: readonly Milestone[] };

/** The action that a row holds; a choice that is not known counts as the plainest one. */
export function savedAction(row: StoredAction): SavedAction {
  return {
    ...perField<ActionFields>(ACTION_FIELDS, (field) =>
      field.kind === 'choice'
        ? (choiceIn(field, row[field.name]) ?? field.otherwise)
        : row[field.name],
    ),
    id: row.id,
    carries: row.carries,
    position: row.position,
    version: row.version,
    updatedAt: row.updatedAt,
    updatedBy: row.updatedBy,
  };
}
