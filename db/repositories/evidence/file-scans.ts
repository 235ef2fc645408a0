// Which files a virus scanner has not called clean yet, and what it said.
import { and, asc, eq, inArray, isNull, lt, ne, sql } from 'drizzle-orm';
import { ORGANISATION_ITSELF } from '#app/domain/policy/assessment.ts';
import type { ScanState } from '#app/domain/evidence/file-scan.ts';
import type { FileRow } from './evidence-rows.ts';
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

/** Files that were last called clean before a time, the oldest first. */
export async function listScannedBefore(
  db: Db,
  at: string,
  most: number,
): Promise<readonly FileRow[]> {
  return db
    .select()
    .from(files)
    .where(and(eq(files.scan, 'clean'), lt(files.scannedAt, at), isNull(files.erasedAt)))
    .orderBy(asc(files.scannedAt), asc(files.id))
    .limit(most);
}

/** The files with this content that are not known to be infected yet. */
export async function listNotInfected(db: Db, sha256: string): Promise<readonly FileRow[]> {
  return db
    .select()
    .from(files)
    .where(and(eq(files.sha256, sha256), ne(files.scan, 'infected')))
    .orderBy(asc(files.id));
}

/** The scanner has called a file clean; one whose content was found infected stays so. */
export function setClean(id: string, at: string): Write {
  return {
    run: (db) =>
      db
        .update(files)
        .set({ scan: 'clean', scannedAt: at })
        .where(and(eq(files.id, id), inArray(files.scan, [...PENDING, 'clean'])))
        .returning({ id: files.id }),
  };
}

/** The scanner has found something in this content: it is the same in every file that holds it. */
export function setInfected(sha256: string, at: string): Write {
  return {
    run: (db) =>
      db
        .update(files)
        .set({ scan: 'infected', scannedAt: at })
        .where(and(eq(files.sha256, sha256), ne(files.scan, 'infected')))
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
      /** ORGANISATION_ITSELF where the whole organisation answers. */
      department: sql<string>`coalesce(${assessments.departmentId}, ${ORGANISATION_ITSELF})`,
    })
    .from(evidence)
    .innerJoin(assessments, eq(assessments.id, evidence.assessmentId))
    .where(eq(evidence.fileId, fileId))
    .orderBy(asc(assessments.id), asc(evidence.criterion));
}
