// One evidence file for a download, for those who may see the assessment that it belongs to.
import type { Actor } from '#app/domain/policy/actor.ts';
import { visibleAssessments } from '#app/domain/policy/assessment.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { FileErased, FileHeld, ReadProblem } from '#app/ports.ts';
import type { Services } from '#app/services.server.ts';
import { loadEvidenceFile } from '#db/repositories/evidence/evidence-rows.ts';
import { erasedSince } from '#words/evidence/erased-text.ts';
import { fileHeld } from '#app/doors/file-held.ts';

export type EvidenceFile = {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  /** Read from the disk only as it is sent. */
  readonly content: ReadableStream<Uint8Array>;
};

/** The file, or that it is erased, or missing or altered on the disk; null where this person finds none. */
export async function evidenceFile(
  { engine, files, scanFile }: Pick<Services, 'engine' | 'files' | 'scanFile'>,
  actor: Actor,
  place: { readonly assessmentId: string; readonly evidenceId: string },
): Promise<Result<EvidenceFile, ReadProblem | FileErased | FileHeld> | null> {
  const row = await loadEvidenceFile(engine.db, visibleAssessments(actor), place);
  if (row === null) return null;
  const text = erasedSince(row);
  if (text !== null) return refused({ code: 'file-erased', text });
  const held = fileHeld(row, scanFile);
  if (held !== null) return refused(held);
  const { name, mediaType, size } = row;
  const content = await files.read(row);
  return content.ok ? ok({ name, mediaType, size, content: content.value }) : content;
}
