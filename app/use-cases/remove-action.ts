// Takes an action out of the plan.
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { actionIn, type ActionRow, deleteAction } from '#db/repositories/actions.ts';
import { Conflict } from '#db/store.ts';
import { type ChangedMeanwhile, changedMeanwhile } from './changed-meanwhile.ts';
import { type AccessProblem, openAssessment } from './open-assessment.ts';
import { recordChange } from './record-change.ts';

export type RemoveActionCommand = {
  readonly assessmentId: string;
  readonly actionId: string;
  readonly readVersion: number;
};

export type RemoveActionProblem = AccessProblem | ChangedMeanwhile<ActionRow, RemoveActionCommand>;

/** The id of the action that is gone, or why it is still there. */
export async function removeAction(
  services: Services,
  actor: Actor,
  command: RemoveActionCommand,
): Promise<Result<{ id: string }, RemoveActionProblem>> {
  const { engine, clock } = services;
  const find = async () => {
    const opened = await openAssessment(services, actor, {
      id: command.assessmentId,
      act: 'plan-actions',
    });
    if (!opened.ok) return opened;
    const { assessment, actions } = opened.value;
    const row = actions.find(({ id }) => id === command.actionId);
    return ok({ assessment, row: row === undefined ? null : actionIn(row) });
  };
  const found = await find();
  if (!found.ok) return found;
  const { assessment, row } = found.value;
  if (row === null) return refused({ code: 'not-found' });
  const at = clock().toISOString();
  try {
    await engine.commit([
      deleteAction(row, command.readVersion),
      ...recordChange({
        assessment,
        actor,
        at,
        event: 'action-removed',
        details: { action: row.id },
      }),
    ]);
    return ok({ id: row.id });
  } catch (error) {
    // Named recovery: someone changed it in between; the person sees what they would take away.
    if (!(error instanceof Conflict)) throw error;
    const now = await find();
    if (!now.ok) return now;
    return refused(await changedMeanwhile(engine.db, now.value.row, command));
  }
}
