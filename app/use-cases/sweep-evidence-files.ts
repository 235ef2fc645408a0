// Collects what an interrupted upload left behind: run at start-up and once a day.
import type { Services } from '#app/services.server.ts';
import { listKnownFiles } from '#db/repositories/evidence.ts';

const HOURS = 24;

/** How many temporary files, and files without a row, were older than a day and are gone. */
export async function sweepEvidenceFiles(
  { engine, files }: Pick<Services, 'engine' | 'files'>,
  now: Date,
) {
  return files.sweep({
    before: new Date(now.getTime() - HOURS * 3_600_000),
    known: (ids) => listKnownFiles(engine.db, ids),
  });
}
