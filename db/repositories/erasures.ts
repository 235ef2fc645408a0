// Files whose content was erased for good: the rows stay, with name and fingerprint, and say so. Documents
// that we gave out are no evidence, and are not among them.
import { and, asc, eq, inArray, isNotNull, isNull, notExists } from 'drizzle-orm';
import type { Db, Write } from '#db/store.ts';
import { assessments, departments, evidence, files, organisations } from '#db/tables.ts';
import { decisionDocuments } from '#db/tables-awards.ts';

/** Which files: by fingerprint or by name, of one organisation or of all. */
export type Wanted = ({ readonly sha256: string } | { readonly name: string }) & {
  readonly organisationId?: string;
};

/** The uploaded files that are wanted, erased ones too, with the places where they are attached. */
export async function listUploadedFiles(db: Db, wanted: Wanted) {
  return db
    .select({
      file: files,
      organisation: organisations.name,
      department: departments.name,
      criterion: evidence.criterion,
    })
    .from(files)
    .innerJoin(organisations, eq(organisations.id, files.organisationId))
    .leftJoin(evidence, eq(evidence.fileId, files.id))
    .leftJoin(assessments, eq(assessments.id, evidence.assessmentId))
    .leftJoin(departments, eq(departments.id, assessments.departmentId))
    .where(
      and(
        'sha256' in wanted ? eq(files.sha256, wanted.sha256) : eq(files.name, wanted.name),
        ...(wanted.organisationId === undefined
          ? []
          : [eq(files.organisationId, wanted.organisationId)]),
        notExists(
          db
            .select({ id: decisionDocuments.id })
            .from(decisionDocuments)
            .where(eq(decisionDocuments.fileId, files.id)),
        ),
      ),
    )
    .orderBy(asc(files.createdAt), asc(files.id));
}

/** The files with any of these fingerprints, of every organisation. */
export async function listFilesBySha256(db: Db, fingerprints: readonly string[]) {
  return db
    .select()
    .from(files)
    .where(inArray(files.sha256, [...fingerprints]));
}

/** Everything that was erased. */
export async function listErasedFiles(db: Db) {
  return db
    .select({
      id: files.id,
      sha256: files.sha256,
      organisation: files.organisationId,
      at: files.erasedAt,
      reason: files.erasedReason,
    })
    .from(files)
    .where(isNotNull(files.erasedAt));
}

/** Notes that these files are erased; a Conflict where one of them was erased meanwhile. */
export function markErased(
  ids: readonly string[],
  erased: { readonly at: string; readonly by: string | null; readonly reason: string },
): Write {
  const { at, by, reason } = erased;
  return {
    expect: ids.length,
    run: (db) =>
      db
        .update(files)
        .set({ erasedAt: at, erasedBy: by, erasedReason: reason })
        .where(and(inArray(files.id, [...ids]), isNull(files.erasedAt)))
        .returning({ id: files.id }),
  };
}

/** The assessments that are signed off and have one of these files as evidence. */
export async function listSignedWith(db: Db, fileIds: readonly string[]) {
  return db
    .selectDistinct({ assessment: assessments })
    .from(assessments)
    .innerJoin(evidence, eq(evidence.assessmentId, assessments.id))
    .where(and(inArray(evidence.fileId, [...fileIds]), eq(assessments.state, 'signed-off')));
}
