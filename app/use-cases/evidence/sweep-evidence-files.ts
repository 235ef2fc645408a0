// Collects what an interrupted upload left behind: run at start-up and once a day.
import type { Services } from '#app/services.server.ts';
import { listKnownFiles } from '#db/repositories/evidence/evidence-rows.ts';

/** What became of temporary files and of files without a row that are older than a day. */
export async function sweepEvidenceFiles(
  { engine, files }: Pick<Services, 'engine' | 'files'>,
  now: Date,
) {
  return files.sweep({ now, known: (ids) => listKnownFiles(engine.db, ids) });
}
