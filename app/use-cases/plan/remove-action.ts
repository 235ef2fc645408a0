// Takes an action out of the plan.
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { type ActionRow, deleteAction } from '#db/repositories/plan/action-rows.ts';
import type { LoadedAssessment } from '#db/repositories/assessment/assessments.ts';
import { savedAction } from './change-action.ts';
import { type ChangedMeanwhile, commitUnlessChanged } from '#app/doors/changed-meanwhile.ts';
import { type AccessProblem, openAssessment } from '#app/doors/open-assessment.ts';
import { recordChange } from '#app/doors/record-change.ts';

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
  const open = () =>
    openAssessment(services, actor, { id: command.assessmentId, act: 'plan-actions' });
  const find = (loaded: LoadedAssessment) => savedAction(loaded, command.actionId);
  const opened = await open();
  if (!opened.ok) return opened;
  const { assessment } = opened.value;
  const row = find(opened.value);
  if (row === null) return refused({ code: 'not-found' });
  const at = clock().toISOString();
  const committed = await commitUnlessChanged(
    engine,
    [
      deleteAction(row, command.readVersion),
      ...recordChange({
        assessment,
        actor,
        at,
        event: 'action-removed',
        details: { action: row.id },
      }),
    ],
    { open, find, yours: command },
  );
  return committed.ok ? ok({ id: row.id }) : committed;
}
