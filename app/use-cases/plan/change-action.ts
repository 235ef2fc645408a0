// Saves an action of the plan over the version that was on the page.
import type { ActionDraft } from '#app/domain/plan/check-action.ts';
import { decideChanging, type NotValid } from '#app/domain/plan/decide-action.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { actionIn, type ActionRow, updateAction } from '#db/repositories/plan/action-rows.ts';
import type { LoadedAssessment } from '#db/repositories/assessment/assessments.ts';
import {
  type ChangedMeanwhile,
  changedMeanwhile,
  commitUnlessChanged,
} from '#app/doors/changed-meanwhile.ts';
import { type AccessProblem, openAssessment } from '#app/doors/open-assessment.ts';
import { recordChange } from '#app/doors/record-change.ts';

export type ChangeActionCommand = {
  readonly assessmentId: string;
  readonly actionId: string;
  readonly action: ActionDraft;
  readonly readVersion: number;
};

export type ChangeActionProblem =
  | AccessProblem
  | NotValid
  | ChangedMeanwhile<ActionRow, ChangeActionCommand>;

/** The new version of the action, or why it was not changed. */
export async function changeAction(
  services: Services,
  actor: Actor,
  command: ChangeActionCommand,
): Promise<Result<{ version: number }, ChangeActionProblem>> {
  const { engine, clock } = services;
  const { actionId, readVersion } = command;
  const open = () =>
    openAssessment(services, actor, { id: command.assessmentId, act: 'plan-actions' });
  const opened = await open();
  if (!opened.ok) return opened;
  const { assessment, charter } = opened.value;
  const saved = savedAction(opened.value, actionId);
  if (saved === null)
    return refused(
      await changedMeanwhile<ActionRow, ChangeActionCommand>(engine.db, null, command),
    );
  const decided = decideChanging(charter, saved, command.action);
  if (!decided.ok) return decided;
  const fields = decided.value;
  if (fields === null) return ok({ version: saved.version });
  const at = clock().toISOString();
  const committed = await commitUnlessChanged(
    engine,
    [
      updateAction({ ...saved, ...fields, updatedAt: at, updatedBy: actor.id }, readVersion),
      ...recordChange({
        assessment,
        actor,
        at,
        event: 'action-changed',
        details: { action: actionId, status: fields.status },
      }),
    ],
    { open, find: (now) => savedAction(now, actionId), yours: command },
  );
  return committed.ok ? ok({ version: readVersion + 1 }) : committed;
}

/** The action in the plan; null where there is none. */
export function savedAction(loaded: LoadedAssessment, id: string): ActionRow | null {
  const row = loaded.actions.find((one) => one.id === id);
  return row === undefined ? null : actionIn(row);
}
