// The yearly reports that have arrived at the awarding body and that nobody there has read.
import { listUnreadReports } from '#db/repositories/award/plan-reports.ts';
import type { Db } from '#db/store.ts';

/** One line each, the oldest first; for administrators, who have been let in before. */
export async function newReports(db: Db) {
  return (await listUnreadReports(db)).flatMap(({ sentAt, ...report }) =>
    sentAt === null ? [] : [{ ...report, sentAt }],
  );
}

export type NewReport = Awaited<ReturnType<typeof newReports>>[number];
