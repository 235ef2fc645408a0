// Adds an action to the plan.
import { ACTION_LIMITS } from '#app/domain/limits.ts';
import type { ActionDraft } from '#app/domain/plan/check-action.ts';
import {
  decideAdding,
  type NotValid,
  type TooManyActions,
} from '#app/domain/plan/decide-action.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, type Result } from '#app/domain/problem.ts';
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

export type AddActionProblem = AccessProblem | NotValid | TooManyActions;

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
  const added = decideAdding(charter, actions, { action, carries });
  if (!added.ok) return added;
  const id = newId();
  const at = clock().toISOString();
  await engine.commit([
    insertAction({
      id,
      assessmentId,
      ...added.value.fields,
      carries: added.value.carries,
      position: added.value.position,
      version: 1,
      createdAt: at,
      updatedAt: at,
      updatedBy: actor.id,
    }),
    ...recordChange({ assessment, actor, at, event: 'action-added', details: { action: id } }),
    // After the assessment is counted up, so that an engine with row locks counts one at a time.
    atMostActions(assessmentId, ACTION_LIMITS.actions),
  ]);
  return ok({ id });
}
