// Assessments with their answers, evidence, counts and actions. Every read is limited to a scope; every
// write to a part also counts up the version of the assessment itself.
import { and, asc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { reaches, type Scope } from '#app/domain/policy/assessment.ts';
import { type Among, among, ofDepartment } from '#db/repositories/within-scope.ts';
import { prepared } from '#db/prepared.ts';
import type { Db, Write } from '#db/store.ts';
import {
  actions,
  answers,
  assessmentFacts,
  assessments,
  departments,
  evidence,
  files,
  indicatorCounts,
  organisations,
} from '#db/tables.ts';
import { awards } from '#db/tables-awards.ts';
import { signatures } from '#db/tables-together.ts';

export type AssessmentRow = Omit<typeof assessments.$inferSelect, 'departmentId'> & {
  /** ORGANISATION_ITSELF where the whole organisation answers. */
  readonly departmentId: string;
};
export type AnswerRow = typeof answers.$inferSelect;
export type LoadedAssessment = NonNullable<Awaited<ReturnType<typeof loadAssessment>>>;
export type EvidenceWithFile = Awaited<ReturnType<typeof selectEvidence>>[number];

function selectHeads(db: Db) {
  return db
    .select({
      assessment: ofDepartment,
      organisation: organisations.name,
      department: departments.name,
      /** When it was signed, where the signature holds; null = it is not signed. */
      signedAt: sql<
        string | null
      >`(select max(${signatures.signedAt}) from ${signatures} where ${signatures.assessmentId} = ${assessments.id} and ${signatures.voidedAt} is null)`,
    })
    .from(assessments)
    .innerJoin(organisations, eq(organisations.id, assessments.organisationId))
    .innerJoin(departments, eq(departments.id, assessments.departmentId));
}

/** The assessments in the scope with the names of their places, newest first; none that is thrown away. */
export async function listAssessments(db: Db, scope: Scope) {
  return listHeads(db, scope);
}

async function listHeads(db: Db, which: Exclude<Among, string>) {
  return selectHeads(db)
    .where(and(among(db, assessments.id, which), isNull(assessments.discardedAt)))
    .orderBy(sql`${assessments.createdAt} desc`, asc(assessments.id));
}

// What belongs to assessments, as every page reads it: the same for one and for many.

export function selectAnswers(db: Db, of: SQL) {
  return db
    .select()
    .from(answers)
    .where(of)
    .orderBy(asc(answers.assessmentId), asc(answers.criterion));
}

export function selectEvidence(db: Db, of: SQL) {
  return db
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
    .where(of)
    .orderBy(asc(evidence.createdAt), asc(evidence.id));
}

function selectCounts(db: Db, of: SQL) {
  return db
    .select()
    .from(indicatorCounts)
    .where(of)
    .orderBy(asc(indicatorCounts.assessmentId), asc(indicatorCounts.indicator));
}

export function selectFacts(db: Db, of: SQL) {
  return db
    .select()
    .from(assessmentFacts)
    .where(of)
    .orderBy(asc(assessmentFacts.assessmentId), asc(assessmentFacts.fact));
}

/** The awards in the register of the department of each assessment. */
function selectAwards(db: Db, of: SQL) {
  return db
    .select({
      assessmentId: assessments.id,
      charter: awards.charter,
      level: awards.level,
      awardedOn: awards.awardedOn,
      validUntil: awards.validUntil,
      graceUntil: awards.graceUntil,
      publishedAt: awards.publishedAt,
      withdrawnAt: awards.withdrawnAt,
    })
    .from(awards)
    .innerJoin(assessments, eq(assessments.departmentId, awards.departmentId))
    .where(and(of, isNotNull(awards.publishedAt)));
}

function selectActions(db: Db, of: SQL) {
  return db.select().from(actions).where(of).orderBy(asc(actions.createdAt), asc(actions.id));
}

const one = sql.placeholder('id');

const loads = prepared((db) => ({
  head: selectHeads(db)
    .where(and(eq(assessments.id, one), isNull(assessments.discardedAt)))
    .prepare(),
  answers: selectAnswers(db, eq(answers.assessmentId, one)).prepare(),
  evidence: selectEvidence(db, eq(evidence.assessmentId, one)).prepare(),
  counts: selectCounts(db, eq(indicatorCounts.assessmentId, one)).prepare(),
  facts: selectFacts(db, eq(assessmentFacts.assessmentId, one)).prepare(),
  awards: selectAwards(db, eq(assessments.id, one)).prepare(),
  actions: selectActions(db, eq(actions.assessmentId, one)).prepare(),
}));

/** One assessment in the scope with everything in it; null where the scope does not reach it. */
export async function loadAssessment(db: Db, scope: Scope, id: string) {
  const load = loads(db);
  const [head] = await load.head.execute({ id });
  if (head === undefined || !reaches(scope, placeOf(head.assessment))) return null;
  return {
    ...head,
    answers: await load.answers.execute({ id }),
    evidence: await load.evidence.execute({ id }),
    counts: await load.counts.execute({ id }),
    facts: await load.facts.execute({ id }),
    awards: await load.awards.execute({ id }),
    actions: await load.actions.execute({ id }),
  };
}

function placeOf({ organisationId, departmentId }: AssessmentRow) {
  return { organisation: organisationId, department: departmentId };
}

/** Several assessments with everything in them, newest first: as many statements as for one. */
export async function loadAssessments(
  db: Db,
  which: Exclude<Among, string>,
): Promise<readonly LoadedAssessment[]> {
  const heads = await listHeads(db, which);
  const of = (column: SQLiteColumn) => among(db, column, which);
  const parts = {
    answers: byAssessment(await selectAnswers(db, of(answers.assessmentId))),
    evidence: Map.groupBy(
      await selectEvidence(db, of(evidence.assessmentId)),
      ({ item }) => item.assessmentId,
    ),
    counts: byAssessment(await selectCounts(db, of(indicatorCounts.assessmentId))),
    facts: byAssessment(await selectFacts(db, of(assessmentFacts.assessmentId))),
    awards: byAssessment(await selectAwards(db, of(assessments.id))),
    actions: byAssessment(await selectActions(db, of(actions.assessmentId))),
  };
  return heads.map((head) => {
    const { id } = head.assessment;
    return {
      ...head,
      answers: parts.answers.get(id) ?? [],
      evidence: parts.evidence.get(id) ?? [],
      counts: parts.counts.get(id) ?? [],
      facts: parts.facts.get(id) ?? [],
      awards: parts.awards.get(id) ?? [],
      actions: parts.actions.get(id) ?? [],
    };
  });
}

function byAssessment<R extends { readonly assessmentId: string }>(rows: readonly R[]) {
  return Map.groupBy(rows, ({ assessmentId }) => assessmentId);
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
