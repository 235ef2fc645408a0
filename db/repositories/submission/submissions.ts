// The steps from a draft to a submission: states, signatures, submissions. What was submitted is only
// ever added to by a withdrawal (a trigger refuses more).
import { and, desc, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { AssessmentState } from '#app/domain/submission/life.ts';
import type { Db, Write } from '#db/store.ts';
import { assessments } from '#db/tables.ts';
import { signatures, submissions } from '#db/tables-together.ts';
import { type Among, among } from '#db/repositories/within-scope.ts';

export type SignatureRow = typeof signatures.$inferSelect;
export type SubmissionRow = typeof submissions.$inferSelect;

/** The signature that holds; null = none, or taken back. */
export async function loadSignature(db: Db, assessmentId: string): Promise<SignatureRow | null> {
  const [row] = await db
    .select()
    .from(signatures)
    .where(and(eq(signatures.assessmentId, assessmentId), isNull(signatures.voidedAt)))
    .orderBy(desc(signatures.signedAt));
  return row ?? null;
}

/** The signatures on these assessments that hold, newest first. */
export async function listSignatures(db: Db, which: Among) {
  return db
    .select({
      assessmentId: signatures.assessmentId,
      userId: signatures.userId,
      name: signatures.name,
      signedAt: signatures.signedAt,
    })
    .from(signatures)
    .where(and(among(db, signatures.assessmentId, which), isNull(signatures.voidedAt)))
    .orderBy(desc(signatures.signedAt), desc(signatures.id));
}

/** Which submissions of these assessments hold, newest first; nothing of their content. */
export async function listHeldSubmissions(db: Db, which: Among) {
  return db
    .select({
      assessmentId: submissions.assessmentId,
      id: submissions.id,
      submittedAt: submissions.submittedAt,
    })
    .from(submissions)
    .where(and(among(db, submissions.assessmentId, which), isNull(submissions.withdrawnAt)))
    .orderBy(desc(submissions.number));
}

/** One signature, whether it holds or not; null = there is none. */
export async function loadSignatureOf(db: Db, id: string): Promise<SignatureRow | null> {
  const [row] = await db.select().from(signatures).where(eq(signatures.id, id));
  return row ?? null;
}

/** Every submission of an assessment, newest first; withdrawn ones too. */
export async function listSubmissions(db: Db, assessmentId: string) {
  return db
    .select()
    .from(submissions)
    .where(eq(submissions.assessmentId, assessmentId))
    .orderBy(desc(submissions.number));
}

/** What was submitted in these, as it is kept. */
export async function listSnapshots(db: Db, ids: readonly string[]) {
  return db
    .select({ id: submissions.id, snapshot: submissions.snapshot })
    .from(submissions)
    .where(inArray(submissions.id, [...ids]));
}

/** Who has submitted these assessments; of withdrawn submissions, too. */
export async function listSubmitters(db: Db, assessmentIds: readonly string[]) {
  return db
    .select({ assessmentId: submissions.assessmentId, submittedBy: submissions.submittedBy })
    .from(submissions)
    .where(inArray(submissions.assessmentId, [...assessmentIds]));
}

/**
 * Moves the assessment from one state to the next, if nothing at all has changed in it since it was
 * read: a Conflict otherwise.
 */
export function moveState(
  read: { readonly id: string; readonly version: number; readonly state: string },
  to: AssessmentState,
  at: string,
): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(assessments)
        .set({ state: to, updatedAt: at, version: sql`${assessments.version} + 1` })
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

/** A new signature. */
export function insertSignature(row: typeof signatures.$inferInsert): Write {
  return {
    expect: 1,
    run: (db) => db.insert(signatures).values(row).returning({ id: signatures.id }),
  };
}

/** No signature of the assessment holds any longer. */
export function voidSignatures(assessmentId: string, by: { at: string; actor: string }): Write {
  return {
    run: (db) =>
      db
        .update(signatures)
        .set({ voidedAt: by.at, voidedBy: by.actor })
        .where(and(eq(signatures.assessmentId, assessmentId), isNull(signatures.voidedAt)))
        .returning({ id: signatures.id }),
  };
}

/** A new submission with the next number. */
export function insertSubmission(row: Omit<typeof submissions.$inferInsert, 'number'>): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .insert(submissions)
        .values({ ...row, number: sql`(select coalesce(max(number), 0) + 1 from submissions)` })
        .returning({ id: submissions.id }),
  };
}

type SubmissionPlace = {
  readonly assessmentId: string;
  readonly departmentId: string;
  /** id@version; every version of a charter counts as the same charter. */
  readonly charter: string;
  readonly roundId: string | null;
};

const isLiveRival = ({ assessmentId, departmentId, charter, roundId }: SubmissionPlace) => {
  const [id = ''] = charter.split('@');
  return sql`${submissions.withdrawnAt} is null and ${submissions.roundId} = ${roundId}
    and ${submissions.assessmentId} <> ${assessmentId}
    and exists (select 1 from ${assessments} where ${assessments.id} = ${submissions.assessmentId}
      and ${assessments.departmentId} = ${departmentId}
      and substr(${assessments.charter}, 1, ${id.length + 1}) = ${`${id}@`})`;
};

/** What another assessment of the same department has before the same round for the same charter; null = nothing. */
export async function loadRival(db: Db, place: SubmissionPlace) {
  const [row] = await db
    .select({ assessmentId: submissions.assessmentId, number: submissions.number })
    .from(submissions)
    .where(isLiveRival(place))
    .orderBy(desc(submissions.number));
  return row ?? null;
}

/** Those of these assessments of whose department another is before the same round for the same charter. */
export async function listWithRival(db: Db, which: Among): Promise<readonly string[]> {
  const other = alias(assessments, 'other');
  const charterId = (of: typeof assessments | typeof other) =>
    sql`substr(${of.charter}, 1, instr(${of.charter}, '@'))`;
  const rows = await db
    .selectDistinct({ id: assessments.id })
    .from(assessments)
    .innerJoin(other, eq(other.departmentId, assessments.departmentId))
    .innerJoin(submissions, eq(submissions.assessmentId, other.id))
    .where(
      and(
        among(db, assessments.id, which),
        ne(other.id, assessments.id),
        eq(submissions.roundId, assessments.roundId),
        isNull(submissions.withdrawnAt),
        sql`${charterId(assessments)} = ${charterId(other)}`,
      ),
    );
  return rows.map(({ id }) => id);
}

/** Undoes the list where another assessment of the department came first: one submission for each round. */
export function noRivalYet(place: SubmissionPlace): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .select({ id: assessments.id })
        .from(assessments)
        .where(
          and(
            eq(assessments.id, place.assessmentId),
            sql`not exists (select 1 from ${submissions} where ${isLiveRival(place)})`,
          ),
        ),
  };
}

/** The submission that holds is withdrawn. */
export function withdrawSubmission(
  id: string,
  { at, actor, reason }: { readonly at: string; readonly actor: string; readonly reason: string },
): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(submissions)
        .set({ withdrawnAt: at, withdrawnBy: actor, withdrawnReason: reason })
        .where(and(eq(submissions.id, id), isNull(submissions.withdrawnAt)))
        .returning({ id: submissions.id }),
  };
}
