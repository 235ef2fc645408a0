// Takes an item of evidence away and, once that is committed, its file.
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import type { LoadedAssessment } from '#db/repositories/assessment/assessments.ts';
import {
  deleteEvidence,
  deleteUnusedFile,
  type EvidenceRow,
} from '#db/repositories/evidence/evidence-rows.ts';
import { savedEvidence } from './change-evidence.ts';
import { type ChangedMeanwhile, commitUnlessChanged } from '#app/doors/changed-meanwhile.ts';
import { discardUnusedFile } from './discard-unused-file.ts';
import { type AccessProblem, openAssessment } from '#app/doors/open-assessment.ts';
import { recordChange } from '#app/doors/record-change.ts';

export type RemoveEvidenceCommand = {
  readonly assessmentId: string;
  readonly evidenceId: string;
  readonly readVersion: number;
};

export type RemoveEvidenceProblem =
  | AccessProblem
  | ChangedMeanwhile<EvidenceRow, RemoveEvidenceCommand>;

/** The criterion that it was attached to, or why it is still there. */
export async function removeEvidence(
  services: Services,
  actor: Actor,
  command: RemoveEvidenceCommand,
): Promise<Result<{ criterion: string }, RemoveEvidenceProblem>> {
  const { engine, clock } = services;
  const open = () =>
    openAssessment(services, actor, { id: command.assessmentId, act: 'attach-evidence' });
  const find = (loaded: LoadedAssessment) => savedEvidence(loaded, command.evidenceId);
  const opened = await open();
  if (!opened.ok) return opened;
  const { assessment } = opened.value;
  const row = find(opened.value);
  if (row === null) return refused({ code: 'not-found' });
  const at = clock().toISOString();
  const committed = await commitUnlessChanged(
    engine,
    [
      deleteEvidence(row, command.readVersion),
      ...(row.fileId === null ? [] : [deleteUnusedFile(row.fileId)]),
      ...recordChange({
        assessment,
        actor,
        at,
        event: 'evidence-removed',
        details: {
          criterion: row.criterion,
          evidence: row.id,
          file: row.fileId,
          // By it, what backups still hold can be erased.
          sha256: fingerprintIn(opened.value, row.id),
        },
      }),
    ],
    { open, find, yours: command },
  );
  if (!committed.ok) return committed;
  await discardUnusedFile(services, row.fileId);
  return ok({ criterion: row.criterion });
}

function fingerprintIn({ evidence }: LoadedAssessment, id: string): string | null {
  return evidence.find(({ item }) => item.id === id)?.fileSha256 ?? null;
}
