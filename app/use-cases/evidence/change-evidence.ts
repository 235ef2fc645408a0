// Changes what is said about an item of evidence: its title, description, link and kind; never its file.
import {
  decideEvidence,
  type EvidenceFieldProblem,
  type GivenEvidence,
} from '#app/domain/evidence/check-evidence.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import type { LoadedAssessment } from '#db/repositories/assessment/assessments.ts';
import { type EvidenceRow, updateEvidence } from '#db/repositories/evidence/evidence-rows.ts';
import {
  type ChangedMeanwhile,
  changedMeanwhile,
  commitUnlessChanged,
} from '#app/doors/changed-meanwhile.ts';
import { type AccessProblem, openAssessment } from '#app/doors/open-assessment.ts';
import { recordChange } from '#app/doors/record-change.ts';

export type ChangeEvidenceCommand = GivenEvidence & {
  readonly assessmentId: string;
  readonly evidenceId: string;
  readonly readVersion: number;
};

export type ChangeEvidenceProblem =
  | AccessProblem
  | { readonly code: 'not-valid'; readonly fields: readonly EvidenceFieldProblem[] }
  | ChangedMeanwhile<EvidenceRow, ChangeEvidenceCommand>;

/** The new version of the item, or why it was not changed. */
export async function changeEvidence(
  services: Services,
  actor: Actor,
  command: ChangeEvidenceCommand,
): Promise<Result<{ version: number }, ChangeEvidenceProblem>> {
  const { engine, clock } = services;
  const { evidenceId, readVersion } = command;
  const open = () =>
    openAssessment(services, actor, { id: command.assessmentId, act: 'attach-evidence' });
  const opened = await open();
  if (!opened.ok) return opened;
  const saved = savedEvidence(opened.value, evidenceId);
  if (saved === null)
    return refused(
      await changedMeanwhile<EvidenceRow, ChangeEvidenceCommand>(engine.db, null, command),
    );
  const decided = decideEvidence(opened.value.charter, saved, command);
  if (!decided.ok) return refused({ code: 'not-valid', fields: decided.problem });
  if (decided.value === null) return ok({ version: saved.version });
  const at = clock().toISOString();
  const committed = await commitUnlessChanged(
    engine,
    [
      updateEvidence(
        { ...saved, ...decided.value, updatedAt: at, updatedBy: actor.id },
        readVersion,
      ),
      ...recordChange({
        assessment: opened.value.assessment,
        actor,
        at,
        event: 'evidence-changed',
        details: { criterion: saved.criterion, evidence: evidenceId },
      }),
    ],
    { open, find: (now) => savedEvidence(now, evidenceId), yours: command },
  );
  return committed.ok ? ok({ version: readVersion + 1 }) : committed;
}

/** The item as it is saved; null where there is none. */
export function savedEvidence(loaded: LoadedAssessment, id: string): EvidenceRow | null {
  return loaded.evidence.find(({ item }) => item.id === id)?.item ?? null;
}
