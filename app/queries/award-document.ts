// One document of a published award as it was kept, for anyone.
import { ok, type Result } from '#app/domain/problem.ts';
import type { ReadProblem } from '#app/ports.ts';
import type { Services } from '#app/services.server.ts';
import { loadAwardDocument } from '#db/repositories/award-documents.ts';
import type { EvidenceFile } from './evidence-file.ts';

/** The file, or that it is missing or altered on the disk; null where there is no such document. */
export async function awardDocument(
  { engine, files }: Pick<Services, 'engine' | 'files'>,
  place: { readonly number: string; readonly kind: string },
): Promise<Result<EvidenceFile, ReadProblem> | null> {
  const row = await loadAwardDocument(engine.db, place);
  if (row === null) return null;
  const { name, mediaType, size } = row;
  const content = await files.read(row);
  return content.ok ? ok({ name, mediaType, size, content: content.value }) : content;
}
