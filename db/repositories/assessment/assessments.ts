// Assessments with their answers, evidence, counts and actions. Every read is limited to a scope; every
// write to a part also counts up the version of the assessment itself.
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Scope } from '#app/domain/policy/assessment.ts';
import type { Db, Write } from '#db/store.ts';
import { within } from '#db/repositories/within-scope.ts';
import {
  actions,
  answers,
  assessments,
  departments,
  evidence,
  files,
  indicatorCounts,
  organisations,
} from '#db/tables.ts';

export type AssessmentRow = typeof assessments.$inferSelect;
export type AnswerRow = typeof answers.$inferSelect;
export type LoadedAssessment = NonNullable<Awaited<ReturnType<typeof loadAssessment>>>;

/** The assessments in the scope with the names of their places, newest first; none that is thrown away. */
export async function listAssessments(db: Db, scope: Scope) {
  return db
    .select({
      assessment: assessments,
      organisation: organisations.name,
      department: departments.name,
    })
    .from(assessments)
    .innerJoin(organisations, eq(organisations.id, assessments.organisationId))
    .innerJoin(departments, eq(departments.id, assessments.departmentId))
    .where(and(within(scope), isNull(assessments.discardedAt)))
    .orderBy(sql`${assessments.createdAt} desc`);
}

/** One assessment in the scope with everything in it; null where the scope does not reach it. */
export async function loadAssessment(db: Db, scope: Scope, id: string) {
  const [head] = await db
    .select({
      assessment: assessments,
      organisation: organisations.name,
      department: departments.name,
    })
    .from(assessments)
    .innerJoin(organisations, eq(organisations.id, assessments.organisationId))
    .innerJoin(departments, eq(departments.id, assessments.departmentId))
    .where(and(eq(assessments.id, id), within(scope), isNull(assessments.discardedAt)));
  if (head === undefined) return null;
  return {
    ...head,
    answers: await db.select().from(answers).where(eq(answers.assessmentId, id)),
    evidence: await db
      .select({
        item: evidence,
        file: files.name,
        fileSize: files.size,
        fileSha256: files.sha256,
        mediaType: files.mediaType,
        /** What the virus scanner said. */
        scan: files.scan,
        /** Set where the content was erased for good. */
        erasedAt: files.erasedAt,
        erasedReason: files.erasedReason,
      })
      .from(evidence)
      .leftJoin(files, eq(files.id, evidence.fileId))
      .where(eq(evidence.assessmentId, id))
      .orderBy(asc(evidence.createdAt), asc(evidence.id)),
    counts: await db.select().from(indicatorCounts).where(eq(indicatorCounts.assessmentId, id)),
    actions: await db
      .select()
      .from(actions)
      .where(eq(actions.assessmentId, id))
      .orderBy(asc(actions.createdAt), asc(actions.id)),
  };
}

/** A new assessment. */
export function insertAssessment(row: typeof assessments.$inferInsert): Write {
  return {
    run: (db) => db.insert(assessments).values(row).returning({ id: assessments.id }),
    expect: 1,
  };
}

/** The level that the assessment aims for. */
export function setTargetLevel(id: string, targetLevel: string): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(assessments)
        .set({ targetLevel })
        .where(eq(assessments.id, id))
        .returning({ id: assessments.id }),
  };
}

/** Another version of the charter, if nothing has changed since the assessment was read. */
export function bindToVersion(
  read: Pick<AssessmentRow, 'id' | 'version' | 'state'>,
  to: {
    readonly charter: string;
    readonly targetLevel: string;
    readonly roundId: string | null;
    readonly at: string;
  },
): Write {
  const { at, ...bound } = to;
  return {
    expect: 1,
    run: (db) =>
      db
        .update(assessments)
        .set({ ...bound, updatedAt: at, version: read.version + 1 })
        .where(
          and(
            eq(assessments.id, read.id),
            eq(assessments.version, read.version),
            eq(assessments.state, read.state),
          ),
        )
        .returning({ id: assessments.id }),
  };
}

/**
 * Says that a part of the assessment has changed. A Conflict where it has left the state in which the
 * change was decided: signed off, submitted or thrown away in between.
 */
export function touchAssessment(
  { id, state }: Pick<AssessmentRow, 'id' | 'state'>,
  at: string,
): Write {
  return {
    run: (db) =>
      db
        .update(assessments)
        .set({ updatedAt: at, version: sql`${assessments.version} + 1` })
        .where(
          and(
            eq(assessments.id, id),
            eq(assessments.state, state),
            isNull(assessments.discardedAt),
          ),
        )
        .returning({ id: assessments.id }),
    expect: 1,
  };
}

/** Saves an answer over the version that was read; version 0 = there was none. */
export function saveAnswer(row: AnswerRow, readVersion: number): Write {
  const next = { ...row, version: readVersion + 1 };
  return {
    expect: 1,
    run: (db) =>
      readVersion === 0
        ? db.insert(answers).values(next).onConflictDoNothing().returning({ id: answers.id })
        : db
            .update(answers)
            .set(next)
            .where(
              and(
                eq(answers.assessmentId, row.assessmentId),
                eq(answers.criterion, row.criterion),
                eq(answers.version, readVersion),
              ),
            )
            .returning({ id: answers.id }),
  };
}
