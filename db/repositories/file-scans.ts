// Which files a virus scanner has not called clean yet, and what it said.
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { ScanState } from '#app/domain/evidence/file-scan.ts';
import type { FileRow } from '#db/repositories/evidence.ts';
import type { Db, Write } from '#db/store.ts';
import { assessments, evidence, files } from '#db/tables.ts';

const PENDING: readonly ScanState[] = ['waiting', 'not-scanned'];

/** Files that are still to be scanned, those that somebody waits for first. */
export async function listUnscanned(db: Db): Promise<readonly FileRow[]> {
  const rows = await db
    .select()
    .from(files)
    .where(and(inArray(files.scan, [...PENDING]), isNull(files.erasedAt)))
    .orderBy(asc(files.createdAt), asc(files.id));
  return rows.toSorted(
    (one, other) => Number(one.scan !== 'waiting') - Number(other.scan !== 'waiting'),
  );
}

/** What the scanner said of a file that was to be scanned. */
export function setScan(id: string, scan: ScanState, at: string): Write {
  return {
    run: (db) =>
      db
        .update(files)
        .set({ scan, scannedAt: at })
        .where(and(eq(files.id, id), inArray(files.scan, [...PENDING])))
        .returning({ id: files.id }),
  };
}

/** Where a file is evidence. */
export async function listPlacesOfFile(db: Db, fileId: string) {
  return db
    .selectDistinct({
      assessment: assessments.id,
      criterion: evidence.criterion,
      organisation: assessments.organisationId,
      department: assessments.departmentId,
    })
    .from(evidence)
    .innerJoin(assessments, eq(assessments.id, evidence.assessmentId))
    .where(eq(evidence.fileId, fileId))
    .orderBy(asc(assessments.id), asc(evidence.criterion));
}
