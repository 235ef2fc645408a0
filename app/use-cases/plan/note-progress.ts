// Adds a note to the progress log of an action, with the status that it has from now on: while it is a
// draft, and again once there is an award. Two notes at once are two notes.
import {
  checkProgress,
  type ProgressDraft,
  type ProgressFieldProblem,
} from '#app/domain/plan/check-progress.ts';
import { checkNoting, stateOf } from '#app/domain/submission/life.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { actionIn, insertProgress, updateAction } from '#db/repositories/plan/action-rows.ts';
import { hasAward } from '#db/repositories/award/award-rows.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';
import { type AccessProblem, openAssessment } from '#app/doors/open-assessment.ts';
import { recordChange } from '#app/doors/record-change.ts';

export type NoteProgressCommand = {
  readonly assessmentId: string;
  readonly actionId: string;
  readonly progress: ProgressDraft;
};

export type NoteProgressProblem =
  | AccessProblem
  | { readonly code: 'not-valid'; readonly fields: readonly ProgressFieldProblem[] };

/** The id of the note, or why it was not added. */
export async function noteProgress(
  services: Services,
  actor: Actor,
  command: NoteProgressCommand,
): Promise<Result<{ id: string }, NoteProgressProblem>> {
  return decideAgainOnConflict(() => note(services, actor, command));
}

async function note(
  services: Services,
  actor: Actor,
  { assessmentId, actionId, progress }: NoteProgressCommand,
): Promise<Result<{ id: string }, NoteProgressProblem>> {
  const { engine, clock, newId } = services;
  const opened = await openAssessment(services, actor, { id: assessmentId, act: 'note-progress' });
  if (!opened.ok) return opened;
  const { assessment, actions } = opened.value;
  const awarded = await hasAward(engine.db, assessmentId);
  const open = checkNoting(stateOf(assessment.state), awarded);
  if (!open.ok) return open;
  const row = actions.find(({ id }) => id === actionId);
  if (row === undefined) return refused({ code: 'not-found' });
  const checked = checkProgress(progress);
  if (!checked.ok) return refused({ code: 'not-valid', fields: checked.problem });
  const { status, note: text } = checked.value;
  const id = newId();
  const at = clock().toISOString();
  const saved = actionIn(row);
  await engine.commit([
    insertProgress({ id, actionId, status, note: text, createdAt: at, createdBy: actor.id }),
    ...(status === saved.status
      ? []
      : [updateAction({ ...saved, status, updatedAt: at, updatedBy: actor.id }, saved.version)]),
    ...recordChange({
      assessment,
      actor,
      at,
      event: 'action-progress-noted',
      details: { action: actionId, progress: id, status },
    }),
  ]);
  return ok({ id });
}
