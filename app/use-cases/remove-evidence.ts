// Takes an item of evidence away and, once that is committed, its file.
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { deleteEvidence, deleteUnusedFile, type EvidenceRow } from '#db/repositories/evidence.ts';
import { Conflict } from '#db/store.ts';
import { type ChangedMeanwhile, changedMeanwhile } from './changed-meanwhile.ts';
import { discardUnusedFile } from './discard-unused-file.ts';
import { type AccessProblem, openAssessment } from './open-assessment.ts';
import { recordChange } from './record-change.ts';

export type RemoveEvidenceCommand = {
  readonly assessmentId: string;
  readonly evidenceId: string;
  readonly readVersion: number;
};

export type RemoveEvidenceProblem =
  AccessProblem | ChangedMeanwhile<EvidenceRow, RemoveEvidenceCommand>;

/** The criterion that it was attached to, or why it is still there. */
export async function removeEvidence(
  services: Services,
  actor: Actor,
  command: RemoveEvidenceCommand,
): Promise<Result<{ criterion: string }, RemoveEvidenceProblem>> {
  const { engine, clock } = services;
  const find = async () => {
    const opened = await openAssessment(services, actor, {
      id: command.assessmentId,
      act: 'attach-evidence',
    });
    if (!opened.ok) return opened;
    const { assessment, evidence } = opened.value;
    const found = evidence.find(({ item }) => item.id === command.evidenceId);
    return ok({ assessment, row: found?.item ?? null });
  };
  const found = await find();
  if (!found.ok) return found;
  const { assessment, row } = found.value;
  if (row === null) return refused({ code: 'not-found' });
  const at = clock().toISOString();
  try {
    await engine.commit([
      deleteEvidence(row, command.readVersion),
      ...(row.fileId === null ? [] : [deleteUnusedFile(row.fileId)]),
      ...recordChange({
        assessment,
        actor,
        at,
        event: 'evidence-removed',
        details: { criterion: row.criterion, evidence: row.id, file: row.fileId },
      }),
    ]);
  } catch (error) {
    // Named recovery: someone changed it in between; the person sees what they would take away.
    if (!(error instanceof Conflict)) throw error;
    const now = await find();
    if (!now.ok) return now;
    return refused(await changedMeanwhile(engine.db, now.value.row, command));
  }
  await discardUnusedFile(services, row.fileId);
  return ok({ criterion: row.criterion });
}
