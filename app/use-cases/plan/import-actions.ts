// Applies what a spreadsheet changes in the plan, all in one, over the versions that were in the preview.
// Where one of them is no longer the newest, nothing is applied.
import type { ActionFields } from '#app/domain/plan/action.ts';
import type { ActionDraft } from '#app/domain/plan/check-action.ts';
import { decideImport, type NotImported, placeAfter } from '#app/domain/plan/decide-action.ts';
import { ACTION_LIMITS } from '#app/domain/limits.ts';
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

export type ImportActionsProblem = AccessProblem | NotImported;

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
  const saved = actions.map(actionIn);
  const decided = decideImport(charter, saved, rows);
  if (!decided.ok) return decided;
  const { added, changed } = decided.value;
  const at = clock().toISOString();
  const by = { services, actor, assessmentId, at };
  try {
    await engine.commit([
      ...changed.map((change) => changeWrite(change, by)),
      ...addWrites(added, saved, by),
      ...recordChange({
        assessment,
        actor,
        at,
        event: 'actions-imported',
        details: {
          added: added.length,
          changed: changed.length,
          actions: changed.map((change) => change.saved.id).join(' '),
        },
      }),
      atMostActions(assessmentId, ACTION_LIMITS.actions),
    ]);
    return ok({ added: added.length, changed: changed.length });
  } catch (error) {
    // Named recovery: someone saved in between; the preview is made again.
    if (!(error instanceof Conflict)) throw error;
    return refused({ code: 'plan-changed-meanwhile' });
  }
}

type By = {
  readonly services: Services;
  readonly actor: Actor;
  readonly assessmentId: string;
  readonly at: string;
};

type Change = { readonly saved: ActionRow; readonly fields: ActionFields };

function changeWrite({ saved, fields }: Change, { actor, at }: By): Write {
  return updateAction({ ...saved, ...fields, updatedAt: at, updatedBy: actor.id }, saved.version);
}

function addWrites(
  added: readonly ActionFields[],
  saved: readonly ActionRow[],
  { services, actor, assessmentId, at }: By,
): readonly Write[] {
  const first = placeAfter(saved);
  return added.map((fields, index) =>
    insertAction({
      id: services.newId(),
      assessmentId,
      ...fields,
      position: first + index,
      version: 1,
      createdAt: at,
      updatedAt: at,
      updatedBy: actor.id,
    }),
  );
}
