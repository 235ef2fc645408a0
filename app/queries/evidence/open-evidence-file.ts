// One evidence file for a download, for those who may see the assessment that it belongs to.
import type { Actor } from '#app/domain/policy/actor.ts';
import { visibleAssessments } from '#app/domain/policy/assessment.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { FileErased, FileHeld, ReadProblem } from '#app/ports.ts';
import type { Services } from '#app/services.server.ts';
import { openAssessment } from '#app/doors/open-assessment.ts';
import { loadEvidenceFile, loadFileBySha256 } from '#db/repositories/evidence/evidence-rows.ts';
import { erasedSince } from '#words/evidence/erased-text.ts';
import { fileHeld } from '#app/doors/file-held.ts';

export type EvidenceFile = {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  /** Read from the disk only as it is sent. */
  readonly content: ReadableStream<Uint8Array>;
};

type Place = { readonly assessmentId: string; readonly evidenceId: string };

/** The file of an item that the organisation shows, for whoever may see the assessment that has it from there. */
async function fileOfOrganisation(
  given: Pick<Services, 'engine' | 'library'>,
  actor: Actor,
  { assessmentId: id, evidenceId }: Place,
) {
  const opened = await openAssessment(given, actor, { id, act: 'read' });
  if (!opened.ok || opened.value.ofOrganisation === null) return null;
  const { evidence } = opened.value.ofOrganisation;
  const found = evidence.find(({ item }) => item.id === evidenceId);
  if (found?.fileSha256 == null) return null;
  const { organisationId } = opened.value.assessment;
  return loadFileBySha256(given.engine.db, { organisationId, sha256: found.fileSha256 });
}

/** The file, or that it is erased, or missing or altered on the disk; null where this person finds none. */
export async function evidenceFile(
  { engine, library, files, scanFile }: Pick<Services, 'engine' | 'library' | 'files' | 'scanFile'>,
  actor: Actor,
  place: Place,
): Promise<Result<EvidenceFile, ReadProblem | FileErased | FileHeld> | null> {
  const row =
    (await loadEvidenceFile(engine.db, visibleAssessments(actor), place)) ??
    (await fileOfOrganisation({ engine, library }, actor, place));
  if (row === null) return null;
  const text = erasedSince(row);
  if (text !== null) return refused({ code: 'file-erased', text });
  const held = fileHeld(row, scanFile);
  if (held !== null) return refused(held);
  const { name, mediaType, size } = row;
  const content = await files.read(row);
  return content.ok ? ok({ name, mediaType, size, content: content.value }) : content;
}
