// Files whose content was erased for good: the rows stay, with name and fingerprint, and say so. Documents
// that we gave out are no evidence, and are not among them.
import { and, asc, eq, inArray, isNull, notExists, or, sql } from 'drizzle-orm';
import { ORGANISATION_ITSELF } from '#app/domain/policy/assessment.ts';
import type { Db, Write } from '#db/store.ts';
import { assessments, departments, evidence, files, organisations } from '#db/tables.ts';
import { decisionDocuments } from '#db/tables-awards.ts';
import { sharedCopies } from '#db/tables-together.ts';

/** Which files: by fingerprints or by name, of one organisation or of all. */
export type Wanted = ({ readonly fingerprints: readonly string[] } | { readonly name: string }) & {
  readonly organisationId?: string;
};

/** The uploaded files that are wanted, erased ones too, oldest first, with who has them as evidence. */
export async function listUploadedFiles(db: Db, wanted: Wanted) {
  const rows = await db
    .select({
      file: files,
      organisation: organisations.name,
      /** ORGANISATION_ITSELF where the whole organisation shows it; null = nobody does. */
      department: sql<
        string | null
      >`case when ${assessments.id} is null then null else coalesce(${assessments.departmentId}, ${ORGANISATION_ITSELF}) end`,
    })
    .from(files)
    .innerJoin(organisations, eq(organisations.id, files.organisationId))
    .leftJoin(evidence, eq(evidence.fileId, files.id))
    .leftJoin(assessments, eq(assessments.id, evidence.assessmentId))
    .where(and(whichFiles(wanted), isEvidence(db)))
    .orderBy(asc(files.createdAt), asc(files.id));
  const byId = new Map(rows.map((row) => [row.file.id, row]));
  const copied = await listCopiesWith(db, [...byId.keys()]);
  return [...byId.values()].map(({ file, organisation }) => ({
    ...file,
    organisation,
    departments: [
      ...rows.flatMap((row) => (row.file.id === file.id ? (row.department ?? []) : [])),
      ...copied.flatMap(({ fileId, assessment }) =>
        fileId === file.id ? (assessment.departmentId ?? []) : [],
      ),
    ],
  }));
}

function whichFiles(wanted: Wanted) {
  const inPlace =
    wanted.organisationId === undefined ? [] : [eq(files.organisationId, wanted.organisationId)];
  const which =
    'name' in wanted
      ? eq(files.name, wanted.name)
      : inArray(files.sha256, [...wanted.fingerprints]);
  return and(which, ...inPlace);
}

function isEvidence(db: Db) {
  const documents = db.select({ id: decisionDocuments.id }).from(decisionDocuments);
  return notExists(documents.where(eq(decisionDocuments.fileId, files.id)));
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

/**
 * Which assessments have which of these files as evidence, the organisation’s own answers among them, and those that
 * were signed with them.
 */
export async function listAssessmentsWith(db: Db, fileIds: readonly string[]) {
  if (fileIds.length === 0) return [];
  const having = await db
    .selectDistinct({
      assessment: assessments,
      department: departments.name,
      fileId: evidence.fileId,
    })
    .from(assessments)
    .leftJoin(departments, eq(departments.id, assessments.departmentId))
    .innerJoin(evidence, eq(evidence.assessmentId, assessments.id))
    .where(inArray(evidence.fileId, [...fileIds]));
  const copied = await listCopiesWith(db, fileIds);
  return [...having, ...copied].map(({ assessment, department, fileId }) => ({
    assessment: {
      ...assessment,
      departmentId: assessment.departmentId ?? ORGANISATION_ITSELF,
    },
    department: department ?? '',
    fileId,
  }));
}

/** The signed assessments that took these files over from their organisation. */
async function listCopiesWith(db: Db, fileIds: readonly string[]) {
  if (fileIds.length === 0) return [];
  const copies = await db
    .select({
      assessment: assessments,
      department: departments.name,
      content: sharedCopies.content,
    })
    .from(sharedCopies)
    .innerJoin(assessments, eq(assessments.id, sharedCopies.assessmentId))
    .innerJoin(departments, eq(departments.id, assessments.departmentId))
    .where(or(...fileIds.map((id) => sql`instr(${sharedCopies.content}, ${id}) > 0`)));
  return copies.flatMap(({ content, ...row }) =>
    fileIds.filter((id) => content.includes(id)).map((fileId) => ({ ...row, fileId })),
  );
}
