// Adds an action to the plan.
import { ACTION_NUMBER } from '#app/domain/plan/action.ts';
import { ACTION_LIMITS } from '#app/domain/limits.ts';
import {
  type ActionDraft,
  type ActionFieldProblem,
  checkAction,
} from '#app/domain/plan/check-action.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { atMostActions, insertAction } from '#db/repositories/plan/action-rows.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';
import { type AccessProblem, openAssessment } from '#app/doors/open-assessment.ts';
import { recordChange } from '#app/doors/record-change.ts';

export type AddActionCommand = {
  readonly assessmentId: string;
  readonly action: ActionDraft;
  /** The number of the action of the previous plan that it carries on; null or left out = none. */
  readonly carries?: string | null;
};

export type AddActionProblem =
  | AccessProblem
  | { readonly code: 'not-valid'; readonly fields: readonly ActionFieldProblem[] }
  | { readonly code: 'too-many-actions'; readonly most: number };

/** The id of the new action, or why it was not added. */
export async function addAction(
  services: Services,
  actor: Actor,
  command: AddActionCommand,
): Promise<Result<{ id: string }, AddActionProblem>> {
  return decideAgainOnConflict(() => add(services, actor, command));
}

async function add(
  services: Services,
  actor: Actor,
  { assessmentId, action, carries = null }: AddActionCommand,
): Promise<Result<{ id: string }, AddActionProblem>> {
  const { engine, clock, newId } = services;
  const opened = await openAssessment(services, actor, { id: assessmentId, act: 'plan-actions' });
  if (!opened.ok) return opened;
  const { assessment, charter, actions } = opened.value;
  const checked = checkAction(action, charter);
  if (!checked.ok) return refused({ code: 'not-valid', fields: checked.problem });
  const most = ACTION_LIMITS.actions;
  if (actions.length >= most) return refused({ code: 'too-many-actions', most });
  const id = newId();
  const at = clock().toISOString();
  await engine.commit([
    insertAction({
      id,
      assessmentId,
      ...checked.value,
      carries: carries !== null && ACTION_NUMBER.test(carries) ? carries : null,
      position: Math.max(-1, ...actions.map(({ position }) => position)) + 1,
      version: 1,
      createdAt: at,
      updatedAt: at,
      updatedBy: actor.id,
    }),
    ...recordChange({ assessment, actor, at, event: 'action-added', details: { action: id } }),
    // After the assessment is counted up, so that an engine with row locks counts one at a time.
    atMostActions(assessmentId, most),
  ]);
  return ok({ id });
}
