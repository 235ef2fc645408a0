// Attaches a stored file or a link to a criterion. Limits hold exactly however many arrive at once:
// writes at the end of the list check them. A file that is not attached is not kept.
import {
  type AnsweredByOrganisation,
  checkWrittenHere,
} from '#app/domain/assessment/organisation-answers.ts';
import { ORGANISATION_ITSELF } from '#app/domain/policy/assessment.ts';
import { EVIDENCE_LIMITS } from '#app/domain/limits.ts';
import { findCriterion } from '#app/domain/charter/charter.ts';
import {
  checkEvidence,
  type EvidenceFieldProblem,
  type GivenEvidence,
} from '#app/domain/evidence/check-evidence.ts';
import { checkRoom, type NoRoom } from '#app/domain/evidence/room-left.ts';
import { firstScanState } from '#app/domain/evidence/file-scan.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { StoredFile } from '#app/ports.ts';
import type { Services } from '#app/services.server.ts';
import {
  atMostBytes,
  atMostBytesOfOrganisation,
  atMostItems,
  type FileRow,
  insertEvidence,
  insertFile,
  loadDepartmentBytes,
  loadOrganisationBytes,
} from '#db/repositories/evidence/evidence-rows.ts';
import type { Write } from '#db/store.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';
import { discardUnusedFile } from './discard-unused-file.ts';
import {
  type AccessProblem,
  type OpenAssessment,
  openAssessment,
} from '#app/doors/open-assessment.ts';
import { recordChange } from '#app/doors/record-change.ts';

export type AttachCommand = GivenEvidence & {
  readonly assessmentId: string;
  readonly criterion: string;
  /** As the store gave it, for this command alone. */
  readonly file: StoredFile | null;
};

export type AttachProblem =
  | AccessProblem
  | AnsweredByOrganisation
  | { readonly code: 'not-valid'; readonly fields: readonly EvidenceFieldProblem[] }
  | NoRoom;

/** The id of the new item, or why it was not attached. */
export async function attachEvidence(
  services: Services,
  actor: Actor,
  command: AttachCommand,
): Promise<Result<{ id: string }, AttachProblem>> {
  try {
    return await decideAgainOnConflict(() => attach(services, actor, command));
  } finally {
    await discardUnusedFile(services, command.file?.id ?? null);
  }
}

async function attach(
  services: Services,
  actor: Actor,
  command: AttachCommand,
): Promise<Result<{ id: string }, AttachProblem>> {
  const { engine, clock, newId, config } = services;
  const { assessmentId, criterion, file } = command;
  const opened = await openAssessment(services, actor, {
    id: assessmentId,
    act: 'attach-evidence',
  });
  if (!opened.ok) return opened;
  const { assessment, charter } = opened.value;
  if (findCriterion(charter, criterion) === undefined) return refused({ code: 'not-found' });
  const { ofOrganisation } = opened.value;
  const own = checkWrittenHere(ofOrganisation?.criteria ?? new Set(), criterion);
  if (!own.ok) return own;
  const checked = checkEvidence(charter, command, { hasFile: file !== null });
  if (!checked.ok) return refused({ code: 'not-valid', fields: checked.problem });
  const room = checkRoom(await heldIn(services, opened.value, criterion), file?.size ?? null);
  if (!room.ok) return room;
  const id = newId();
  const at = clock().toISOString();
  const by = { createdAt: at, createdBy: actor.id };
  await engine.commit([
    ...fileWrites(services, file, { organisationId: assessment.organisationId, ...by }),
    insertEvidence({
      id,
      assessmentId,
      criterion,
      ...checked.value,
      fileId: file?.id ?? null,
      version: 1,
      ...by,
      updatedAt: at,
      updatedBy: actor.id,
    }),
    ...recordChange({
      assessment,
      actor,
      at,
      event: 'evidence-attached',
      details: { criterion, evidence: id, ...fileDetails(file) },
    }),
    // After the assessment is counted up, so that an engine with row locks counts one at a time.
    atMostItems({ assessmentId, criterion }, EVIDENCE_LIMITS.itemsPerCriterion),
    ...roomWrites(assessment, file === null ? null : config.evidenceQuotaBytes),
  ]);
  return ok({ id });
}

/** Undo the list where the files of the department, or of the organisation, are more than they may be; null = no file is added. */
function roomWrites(
  { departmentId, organisationId }: OpenAssessment['assessment'],
  quota: number | null,
): readonly Write[] {
  return [
    ...(departmentId === ORGANISATION_ITSELF
      ? []
      : [atMostBytes(departmentId, EVIDENCE_LIMITS.departmentBytes)]),
    ...(quota === null ? [] : [atMostBytesOfOrganisation(organisationId, quota)]),
  ];
}

function fileDetails(file: StoredFile | null) {
  return { file: file?.id ?? null, bytes: file?.size ?? 0, sha256: file?.sha256 ?? null };
}

async function heldIn(
  { engine, config }: Services,
  { assessment, evidence }: OpenAssessment,
  criterion: string,
) {
  return {
    items: evidence.filter(({ item }) => item.criterion === criterion).length,
    ofDepartment: await loadDepartmentBytes(engine.db, assessment.departmentId),
    ofOrganisation: await loadOrganisationBytes(engine.db, assessment.organisationId),
    quota: config.evidenceQuotaBytes,
  };
}

function fileWrites(
  { scanFile }: Services,
  file: StoredFile | null,
  by: Pick<FileRow, 'organisationId' | 'createdAt' | 'createdBy'>,
): readonly Write[] {
  if (file === null) return [];
  const { id, name, mediaType, size, sha256 } = file;
  const scan = firstScanState({ hasScanner: scanFile !== null });
  return [insertFile({ id, name, mediaType, size, sha256, ...by, scan })];
}
