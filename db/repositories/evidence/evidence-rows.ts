// Evidence and the rows of its files. The limits are checked by writes that run after the insert in the
// same list, so that parallel uploads cannot pass them together.
import { and, asc, count, eq, inArray, isNull, lte, notExists, sql, sum } from 'drizzle-orm';
import type { Scope } from '#app/domain/policy/assessment.ts';
import { within } from '#db/repositories/within-scope.ts';
import type { Db, Write } from '#db/store.ts';
import { assessments, departments, evidence, files, organisations } from '#db/tables.ts';
import { sharedCopies, submissions } from '#db/tables-together.ts';

export type EvidenceRow = typeof evidence.$inferSelect;
export type FileRow = typeof files.$inferSelect;

/** The file of an item of evidence in the scope; null where there is none within it. */
export async function loadEvidenceFile(
  db: Db,
  scope: Scope,
  { assessmentId, evidenceId }: { readonly assessmentId: string; readonly evidenceId: string },
): Promise<FileRow | null> {
  const [found] = await db
    .select({ file: files })
    .from(evidence)
    .innerJoin(assessments, eq(assessments.id, evidence.assessmentId))
    .innerJoin(files, eq(files.id, evidence.fileId))
    .where(and(eq(evidence.id, evidenceId), eq(assessments.id, assessmentId), within(scope)));
  return found?.file ?? null;
}

/** Which of these ids have a row, so that the others are files that nothing points to. */
export async function listKnownFiles(db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ id: files.id })
    .from(files)
    .where(inArray(files.id, [...ids]));
  return new Set(rows.map(({ id }) => id));
}

/** The bytes of all evidence files of a department; a file that is used more than once counts once. */
export async function loadDepartmentBytes(db: Db, departmentId: string): Promise<number> {
  const [found] = await bytesOf(db, departmentId);
  return Number(found?.bytes ?? 0);
}

function bytesOf(db: Db, departmentId: string) {
  return db
    .select({ bytes: sql<number>`coalesce(${sum(files.size)}, 0)`.as('bytes') })
    .from(files)
    .where(
      and(
        inArray(
          files.id,
          db
            .select({ id: evidence.fileId })
            .from(evidence)
            .innerJoin(assessments, eq(assessments.id, evidence.assessmentId))
            .where(eq(assessments.departmentId, departmentId)),
        ),
        isNull(files.erasedAt),
      ),
    );
}

/** The bytes of all files of an organisation, also of those that only a submission or an award holds. */
export async function loadOrganisationBytes(db: Db, organisationId: string): Promise<number> {
  const [found] = await bytesOfOrganisation(db, organisationId);
  return Number(found?.bytes ?? 0);
}

function bytesOfOrganisation(db: Db, organisationId: string) {
  return db
    .select({ bytes: sql<number>`coalesce(${sum(files.size)}, 0)`.as('bytes') })
    .from(files)
    .where(and(eq(files.organisationId, organisationId), isNull(files.erasedAt)));
}

/** A new row of a stored file; one with a content that was found infected is so from the beginning. */
export function insertFile(row: typeof files.$inferInsert): Write {
  return {
    run: (db) => {
      const first = row.scan ?? 'not-scanned';
      const infected = sql`select 1 from ${files} where ${files.sha256} = ${row.sha256} and ${files.scan} = 'infected'`;
      const scan = sql`case when exists (${infected}) then 'infected' else ${first} end`;
      return db
        .insert(files)
        .values({ ...row, scan })
        .returning({ id: files.id });
    },
    expect: 1,
  };
}

/** A new item of evidence. */
export function insertEvidence(row: EvidenceRow): Write {
  return { run: (db) => db.insert(evidence).values(row).returning({ id: evidence.id }), expect: 1 };
}

/** Undoes the list where the criterion has more items than it may have. */
export function atMostItems(
  { assessmentId, criterion }: Pick<EvidenceRow, 'assessmentId' | 'criterion'>,
  most: number,
): Write {
  return {
    run: (db) => {
      const items = db
        .select({ items: count() })
        .from(evidence)
        .where(and(eq(evidence.assessmentId, assessmentId), eq(evidence.criterion, criterion)));
      return db
        .select({ id: assessments.id })
        .from(assessments)
        .where(and(eq(assessments.id, assessmentId), lte(sql`(${items})`, most)));
    },
    expect: 1,
  };
}

/** Undoes the list where the department's files have more bytes than they may have. */
export function atMostBytes(departmentId: string, most: number): Write {
  return {
    run: (db) =>
      db
        .select({ id: departments.id })
        .from(departments)
        .where(
          and(eq(departments.id, departmentId), lte(sql`(${bytesOf(db, departmentId)})`, most)),
        ),
    expect: 1,
  };
}

/** Undoes the list where the organisation's files have more bytes than they may have. */
export function atMostBytesOfOrganisation(organisationId: string, most: number): Write {
  return {
    run: (db) =>
      db
        .select({ id: organisations.id })
        .from(organisations)
        .where(
          and(
            eq(organisations.id, organisationId),
            lte(sql`(${bytesOfOrganisation(db, organisationId)})`, most),
          ),
        ),
    expect: 1,
  };
}

/** Saves title, description, link and kind over the version that was read. */
export function updateEvidence(row: EvidenceRow, readVersion: number): Write {
  const { title, description, link, kind, updatedAt, updatedBy } = row;
  const version = readVersion + 1;
  return {
    run: (db) =>
      db
        .update(evidence)
        .set({ title, description, link, kind, updatedAt, updatedBy, version })
        .where(isVersion(row, readVersion))
        .returning({ id: evidence.id }),
    expect: 1,
  };
}

/** Takes an item of evidence away in the version that was read. */
export function deleteEvidence(row: EvidenceRow, readVersion: number): Write {
  return {
    run: (db) =>
      db.delete(evidence).where(isVersion(row, readVersion)).returning({ id: evidence.id }),
    expect: 1,
  };
}

function isVersion(row: Pick<EvidenceRow, 'id' | 'assessmentId'>, version: number) {
  return and(
    eq(evidence.id, row.id),
    eq(evidence.assessmentId, row.assessmentId),
    eq(evidence.version, version),
  );
}

/** A file of an organisation by the fingerprint of its bytes; null = there is none. */
export async function loadFileBySha256(
  db: Db,
  { organisationId, sha256 }: { readonly organisationId: string; readonly sha256: string },
): Promise<FileRow | null> {
  const [row] = await db
    .select()
    .from(files)
    .where(and(eq(files.organisationId, organisationId), eq(files.sha256, sha256)))
    // One whose content is still here, where there is a copy of one that was erased; what was found in
    // one of them counts for all.
    .orderBy(sql`${files.erasedAt} is not null`, sql`${files.scan} <> 'infected'`, asc(files.id));
  return row ?? null;
}

/** The signed assessments that took a file over from their organisation. */
function copiesWithFile(db: Db) {
  return db
    .select({ id: sharedCopies.assessmentId })
    .from(sharedCopies)
    .where(sql`instr(${sharedCopies.content}, ${files.id}) > 0`);
}

/**
 * Takes the row of a file away where no item of evidence has it any more; a file that was submitted
 * stays, because the submission names its fingerprint.
 */
export function deleteUnusedFile(id: string): Write {
  return {
    run: (db) =>
      db
        .delete(files)
        .where(
          and(
            eq(files.id, id),
            notExists(db.select({ id: evidence.id }).from(evidence).where(eq(evidence.fileId, id))),
            notExists(copiesWithFile(db)),
            notExists(
              db
                .select({ id: submissions.id })
                .from(submissions)
                .innerJoin(assessments, eq(assessments.id, submissions.assessmentId))
                .where(
                  and(
                    eq(assessments.organisationId, files.organisationId),
                    sql`instr(${submissions.snapshot}, ${files.sha256}) > 0`,
                  ),
                ),
            ),
          ),
        )
        .returning({ id: files.id }),
  };
}
