// Decisions and appeals. A decision is never changed (a trigger refuses it); the one that holds is the one
// that no other supersedes.
import {
  and,
  asc,
  desc,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  notExists,
  or,
  sql,
} from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Db, Write } from '#db/store.ts';
import { departments, organisations, assessments, user } from '#db/tables.ts';
import { appeals, decisions } from '#db/tables-review.ts';
import { signatures, submissions } from '#db/tables-together.ts';
import { type Among, among } from '#db/repositories/within-scope.ts';

const newer = alias(decisions, 'newer');

export type DecisionRow = typeof decisions.$inferSelect;
export type AppealRow = typeof appeals.$inferSelect;

/** One decision; null = there is none. */
export async function loadDecision(db: Db, id: string): Promise<DecisionRow | null> {
  const [row] = await db.select().from(decisions).where(eq(decisions.id, id));
  return row ?? null;
}

/** Every decision on an assessment, newest first; those superseded too. */
export async function listDecisionsOn(db: Db, assessmentId: string) {
  return db
    .select({ decision: decisions, decidedBy: user.name })
    .from(decisions)
    .innerJoin(user, eq(user.id, decisions.decidedBy))
    .where(eq(decisions.assessmentId, assessmentId))
    .orderBy(desc(decisions.decidedAt), desc(decisions.id));
}

/** What was decided on these assessments, newest first; nothing of what it rests on. */
export async function listOutcomes(db: Db, which: Among) {
  return db
    .select({
      assessmentId: decisions.assessmentId,
      submissionId: decisions.submissionId,
      outcome: decisions.outcome,
    })
    .from(decisions)
    .where(among(db, decisions.assessmentId, which))
    .orderBy(desc(decisions.decidedAt), desc(decisions.id));
}

/** The rows of every decision on an assessment, whoever made them. */
export async function listDecisionRows(
  db: Db,
  assessmentId: string,
): Promise<readonly DecisionRow[]> {
  return db.select().from(decisions).where(eq(decisions.assessmentId, assessmentId));
}

/**
 * For each department the newest decision that holds on an assessment by some version of a charter: those that were made
 * last, at most so many, newest first.
 */
export async function listNewestDecided(
  db: Db,
  { charter, most }: { readonly charter: string; readonly most: number },
): Promise<readonly string[]> {
  const rows = await db.all<{ id: string }>(sql`
    select id from (
      select d.id, d.decided_at, row_number() over
        (partition by a.department_id order by d.decided_at desc, d.id desc) as place
      from decisions as d inner join assessments as a on a.id = d.assessment_id
      where substr(a.charter, 1, ${charter.length + 1}) = ${`${charter}@`}
        and not exists (select 1 from decisions as later where later.supersedes = d.id)
    ) where place = 1 order by decided_at desc, id desc limit ${most}`);
  return rows.map(({ id }) => id);
}

/** The newest decision that holds on an assessment of a department by some version of a charter; null = none. */
export async function newestDecidedOf(
  db: Db,
  { department, charter }: { readonly department: string; readonly charter: string },
): Promise<string | null> {
  const [found] = await db
    .select({ id: decisions.id })
    .from(decisions)
    .innerJoin(assessments, eq(assessments.id, decisions.assessmentId))
    .where(
      and(
        eq(assessments.departmentId, department),
        sql`substr(${assessments.charter}, 1, ${charter.length + 1}) = ${`${charter}@`}`,
        notExists(
          db.select({ id: newer.id }).from(newer).where(eq(newer.supersedes, decisions.id)),
        ),
      ),
    )
    .orderBy(desc(decisions.decidedAt), desc(decisions.id))
    .limit(1);
  return found?.id ?? null;
}

/** These decisions, each with the submission that it is on and the signature under that. */
export async function listDecidedWhole(db: Db, ids: readonly string[]) {
  return db
    .select({ decision: decisions, submission: submissions, signature: signatures })
    .from(decisions)
    .innerJoin(submissions, eq(submissions.id, decisions.submissionId))
    .innerJoin(signatures, eq(signatures.id, submissions.signatureId))
    .where(inArray(decisions.id, [...ids]))
    .orderBy(asc(decisions.id));
}

/** The decision of a review that holds; null = none yet. */
export async function loadDecisionOf(db: Db, reviewId: string): Promise<DecisionRow | null> {
  const [row] = await db
    .select()
    .from(decisions)
    .where(eq(decisions.reviewId, reviewId))
    .orderBy(desc(decisions.decidedAt), desc(decisions.id));
  return row ?? null;
}

/** The revision that is under way: asked for by the newest decision, and not submitted yet; null = none. */
export async function loadRevision(db: Db, assessmentId: string) {
  const [found] = await listRevisions(db, assessmentId);
  return found ?? null;
}

const later = alias(submissions, 'later');

/** The revisions of these assessments that are under way, at most one for each. */
export async function listRevisions(db: Db, which: Among) {
  const decidedAgain = db
    .select({ id: newer.id })
    .from(newer)
    .where(
      and(
        eq(newer.assessmentId, decisions.assessmentId),
        or(
          gt(newer.decidedAt, decisions.decidedAt),
          and(eq(newer.decidedAt, decisions.decidedAt), gt(newer.id, decisions.id)),
        ),
      ),
    );
  const submittedAgain = db
    .select({ id: later.id })
    .from(later)
    .where(
      and(
        eq(later.assessmentId, decisions.assessmentId),
        gt(later.submittedAt, submissions.submittedAt),
        isNull(later.withdrawnAt),
      ),
    );
  const rows = await db
    .select({ decision: decisions })
    .from(decisions)
    .innerJoin(submissions, eq(submissions.id, decisions.submissionId))
    .where(
      and(
        among(db, decisions.assessmentId, which),
        isNotNull(decisions.revisionsDueOn),
        notExists(decidedAgain),
        notExists(submittedAgain),
      ),
    )
    .orderBy(asc(decisions.id));
  return rows.map(({ decision }) => ({ decision, dueOn: decision.revisionsDueOn ?? '' }));
}

/** A new decision. */
export function insertDecision(row: typeof decisions.$inferInsert): Write {
  return {
    expect: 1,
    run: (db) => db.insert(decisions).values(row).returning({ id: decisions.id }),
  };
}

/** Every decision on an organisation’s submissions, newest first. */
export async function listDecisionsOfOrganisation(
  db: Db,
  organisationId: string,
): Promise<readonly DecisionRow[]> {
  return db
    .select()
    .from(decisions)
    .where(eq(decisions.organisationId, organisationId))
    .orderBy(desc(decisions.decidedAt), desc(decisions.id));
}

/** The appeals on an assessment, newest first. */
export async function listAppealsOn(db: Db, assessmentId: string): Promise<readonly AppealRow[]> {
  return db
    .select()
    .from(appeals)
    .where(eq(appeals.assessmentId, assessmentId))
    .orderBy(desc(appeals.madeAt));
}

/** One appeal; null = there is none. */
export async function loadAppeal(db: Db, id: string): Promise<AppealRow | null> {
  const [row] = await db.select().from(appeals).where(eq(appeals.id, id));
  return row ?? null;
}

function openAppealOn(decisionId: string) {
  return and(eq(appeals.decisionId, decisionId), isNull(appeals.closedAt));
}

/** Whether an appeal against a decision waits for its answer. */
export async function hasOpenAppeal(db: Db, decisionId: string): Promise<boolean> {
  const rows = await db.select({ id: appeals.id }).from(appeals).where(openAppealOn(decisionId));
  return rows.length > 0;
}

/** Writes nothing: a Conflict where somebody has appealed against the decision in between. */
export function noOpenAppeal(decisionId: string): Write {
  return {
    expect: 0,
    run: (db) => db.select({ id: appeals.id }).from(appeals).where(openAppealOn(decisionId)),
  };
}

/** Every appeal with where it comes from, the open ones first. */
export async function listAppeals(db: Db) {
  return db
    .select({
      appeal: appeals,
      submissionId: decisions.submissionId,
      organisation: organisations.name,
      department: departments.name,
    })
    .from(appeals)
    .innerJoin(decisions, eq(decisions.id, appeals.decisionId))
    .innerJoin(assessments, eq(assessments.id, appeals.assessmentId))
    .innerJoin(departments, eq(departments.id, assessments.departmentId))
    .innerJoin(organisations, eq(organisations.id, appeals.organisationId))
    .orderBy(asc(appeals.closedAt), asc(appeals.madeAt));
}

/** A new appeal. */
export function insertAppeal(row: typeof appeals.$inferInsert): Write {
  return {
    expect: 1,
    run: (db) => db.insert(appeals).values(row).returning({ id: appeals.id }),
  };
}

/** Answers an appeal that is still open: a Conflict otherwise. */
export function closeAppeal(
  id: string,
  values: Pick<AppealRow, 'outcome' | 'outcomeReason' | 'closedAt' | 'closedBy' | 'reviewId'>,
): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(appeals)
        .set(values)
        .where(and(eq(appeals.id, id), isNull(appeals.closedAt)))
        .returning({ id: appeals.id }),
  };
}
