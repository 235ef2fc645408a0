// Uses files and links of an assessment for one more criterion: the file stays one, whatever it is used for.
import {
  type AnsweredByOrganisation,
  checkWrittenHere,
} from '#app/domain/assessment/organisation-answers.ts';
import { findCriterion } from '#app/domain/charter/charter.ts';
import { type NotUsedAgain, usedAgain } from '#app/domain/evidence/library.ts';
import { EVIDENCE_LIMITS } from '#app/domain/limits.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';
import { type AccessProblem, openAssessment } from '#app/doors/open-assessment.ts';
import { recordChange } from '#app/doors/record-change.ts';
import type { Services } from '#app/services.server.ts';
import { atMostItems, insertEvidence } from '#db/repositories/evidence/evidence-rows.ts';

export type UseAgainCommand = {
  readonly assessmentId: string;
  readonly criterion: string;
  /** Ids of items of evidence of other criteria. */
  readonly chosen: readonly string[];
};

export type UseAgainProblem = AccessProblem | AnsweredByOrganisation | NotUsedAgain;

/** How many items the criterion has got. */
export async function useAgain(
  services: Services,
  actor: Actor,
  command: UseAgainCommand,
): Promise<Result<{ count: number }, UseAgainProblem>> {
  return decideAgainOnConflict(() => attachAgain(services, actor, command));
}

async function attachAgain(
  services: Services,
  actor: Actor,
  { assessmentId, criterion, chosen }: UseAgainCommand,
): Promise<Result<{ count: number }, UseAgainProblem>> {
  const { engine, clock, newId } = services;
  const opened = await openAssessment(services, actor, {
    id: assessmentId,
    act: 'attach-evidence',
  });
  if (!opened.ok) return opened;
  const { assessment, charter, evidence, ofOrganisation } = opened.value;
  if (findCriterion(charter, criterion) === undefined) return refused({ code: 'not-found' });
  const own = checkWrittenHere(ofOrganisation?.criteria ?? new Set(), criterion);
  if (!own.ok) return own;
  // A file whose content was erased proves nothing any more.
  const there = evidence.filter(({ erasedAt }) => erasedAt === null);
  const uses = there.map(({ item, fileSha256 }) => ({ ...item, item, sha256: fileSha256 }));
  const again = usedAgain(uses, { criterion, chosen });
  if (!again.ok) return again;
  const at = clock().toISOString();
  const by = { createdAt: at, createdBy: actor.id, updatedAt: at, updatedBy: actor.id };
  const rows = again.value.map(({ item }) => ({
    ...item,
    ...by,
    id: newId(),
    criterion,
    version: 1,
  }));
  await engine.commit([
    ...rows.map((row) => insertEvidence(row)),
    ...rows.flatMap((row) =>
      recordChange({
        assessment,
        actor,
        at,
        event: 'evidence-attached',
        details: { criterion, evidence: row.id, file: row.fileId, again: true },
      }),
    ),
    atMostItems({ assessmentId, criterion }, EVIDENCE_LIMITS.itemsPerCriterion),
  ]);
  return ok({ count: rows.length });
}
