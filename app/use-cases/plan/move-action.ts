// Moves an action up or down in the plan. Only places change, so nobody who is writing is disturbed.
import { type Direction, moved } from '#app/domain/plan/plan-order.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { placeAction } from '#db/repositories/plan/action-rows.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';
import { type AccessProblem, openAssessment } from '#app/doors/open-assessment.ts';
import { recordChange } from '#app/doors/record-change.ts';

export type MoveActionCommand = {
  readonly assessmentId: string;
  readonly actionId: string;
  readonly direction: Direction;
};

/** Whether it has another place now; false at the end of the plan. */
export async function moveAction(
  services: Services,
  actor: Actor,
  command: MoveActionCommand,
): Promise<Result<{ moved: boolean }, AccessProblem>> {
  return decideAgainOnConflict(() => move(services, actor, command));
}

async function move(
  services: Services,
  actor: Actor,
  { assessmentId, actionId, direction }: MoveActionCommand,
): Promise<Result<{ moved: boolean }, AccessProblem>> {
  const { engine, clock } = services;
  const opened = await openAssessment(services, actor, { id: assessmentId, act: 'plan-actions' });
  if (!opened.ok) return opened;
  const { assessment, actions } = opened.value;
  const action = actions.find(({ id }) => id === actionId);
  if (action === undefined) return refused({ code: 'not-found' });
  const ids = moved(actions, action.id, direction);
  if (ids === null) return ok({ moved: false });
  const held = new Map(actions.map(({ id, position }) => [id, position]));
  const places = ids.map((id, position) => ({ id, position }));
  await engine.commit([
    ...places
      .filter(({ id, position }) => held.get(id) !== position)
      .map(({ id, position }) => placeAction({ id, assessmentId }, position)),
    ...recordChange({
      assessment,
      actor,
      at: clock().toISOString(),
      event: 'action-moved',
      details: { action: actionId, direction },
    }),
  ]);
  return ok({ moved: true });
}
