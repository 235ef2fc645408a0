// Applies what a spreadsheet changes in the plan, all in one, over the versions that were in the preview.
// Where one of them is no longer the newest, nothing is applied.
import type { ActionFields } from '#app/domain/plan/action.ts';
import {
  type ActionDraft,
  type ActionFieldProblem,
  checkAction,
} from '#app/domain/plan/check-action.ts';
import { ACTION_LIMITS } from '#app/domain/limits.ts';
import type { Charter } from '#app/domain/charter/charter.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import {
  actionIn,
  type ActionRow,
  atMostActions,
  insertAction,
  updateAction,
} from '#db/repositories/plan/action-rows.ts';
import { Conflict, type Write } from '#db/store.ts';
import { type AccessProblem, openAssessment } from '#app/doors/open-assessment.ts';
import { recordChange } from '#app/doors/record-change.ts';

export type ImportActionsCommand = {
  readonly assessmentId: string;
  readonly rows: readonly {
    /** null = a new action. */
    readonly id: string | null;
    /** The version that was in the preview. */
    readonly version: number | null;
    readonly action: ActionDraft;
  }[];
};

export type ImportActionsProblem =
  | AccessProblem
  | { readonly code: 'not-valid'; readonly fields: readonly ActionFieldProblem[] }
  | { readonly code: 'too-many-actions'; readonly most: number }
  /** An action was changed or removed since the preview; nothing is applied. */
  | { readonly code: 'plan-changed-meanwhile' };

/** How many actions were added and changed, or why none was. */
export async function importActions(
  services: Services,
  actor: Actor,
  { assessmentId, rows }: ImportActionsCommand,
): Promise<Result<{ added: number; changed: number }, ImportActionsProblem>> {
  const { engine, clock } = services;
  const opened = await openAssessment(services, actor, { id: assessmentId, act: 'plan-actions' });
  if (!opened.ok) return opened;
  const { assessment, charter, actions } = opened.value;
  const checked = checkedRows(rows, charter);
  if (!checked.ok) return checked;
  const added = checked.value.filter(({ id }) => id === null);
  const changed = checked.value.filter(({ id }) => id !== null);
  const most = ACTION_LIMITS.actions;
  if (actions.length + added.length > most) return refused({ code: 'too-many-actions', most });
  const saved = new Map(actions.map((row) => [row.id, actionIn(row)]));
  if (changed.some(({ id, version }) => saved.get(id ?? '')?.version !== version)) {
    return refused({ code: 'plan-changed-meanwhile' });
  }
  const at = clock().toISOString();
  const by = { services, actor, assessmentId, at };
  try {
    await engine.commit([
      ...changed.flatMap(({ id, fields }) => changeWrite(saved.get(id ?? ''), fields, by)),
      ...addWrites(
        added.map(({ fields }) => fields),
        [...saved.values()],
        by,
      ),
      ...recordChange({
        assessment,
        actor,
        at,
        event: 'actions-imported',
        details: {
          added: added.length,
          changed: changed.length,
          actions: changed.map(({ id }) => id).join(' '),
        },
      }),
      atMostActions(assessmentId, most),
    ]);
    return ok({ added: added.length, changed: changed.length });
  } catch (error) {
    // Named recovery: someone saved in between; the preview is made again.
    if (!(error instanceof Conflict)) throw error;
    return refused({ code: 'plan-changed-meanwhile' });
  }
}

function checkedRows(rows: ImportActionsCommand['rows'], charter: Charter) {
  const checked = rows.map((row) => ({ ...row, checked: checkAction(row.action, charter) }));
  const fields = checked.flatMap((row) => (row.checked.ok ? [] : row.checked.problem));
  if (fields.length > 0) return refused({ code: 'not-valid', fields } as const);
  return ok(
    checked.flatMap(({ id, version, checked: action }) =>
      action.ok ? [{ id, version, fields: action.value }] : [],
    ),
  );
}

type By = {
  readonly services: Services;
  readonly actor: Actor;
  readonly assessmentId: string;
  readonly at: string;
};

function changeWrite(
  saved: ActionRow | undefined,
  fields: ActionFields,
  { actor, at }: By,
): readonly Write[] {
  if (saved === undefined) return [];
  return [updateAction({ ...saved, ...fields, updatedAt: at, updatedBy: actor.id }, saved.version)];
}

function addWrites(
  added: readonly ActionFields[],
  saved: readonly ActionRow[],
  { services, actor, assessmentId, at }: By,
): readonly Write[] {
  const last = Math.max(-1, ...saved.map(({ position }) => position));
  return added.map((fields, index) =>
    insertAction({
      id: services.newId(),
      assessmentId,
      ...fields,
      position: last + 1 + index,
      version: 1,
      createdAt: at,
      updatedAt: at,
      updatedBy: actor.id,
    }),
  );
}
