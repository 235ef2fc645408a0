// What the awarding body may know of every submission: who, when, before which panel, decided how. No
// content of a submission and no rating is read here.
import {
  and,
  asc,
  count,
  desc,
  eq,
  exists,
  inArray,
  isNull,
  lt,
  max,
  notExists,
  sql,
} from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Db } from '#db/store.ts';
import { awards } from '#db/tables-awards.ts';
import { appeals, decisions, panels, reviews } from '#db/tables-review.ts';
import { submissions } from '#db/tables-together.ts';
import { assessments, departments, organisations, rounds } from '#db/tables.ts';

/** Which submissions: those of one assessment, those of a round, those with these ids; or all. */
export type OnDeskOf = {
  readonly assessmentId?: string;
  readonly roundId?: string;
  readonly ids?: readonly string[];
};

function isAmong({ assessmentId, roundId, ids }: OnDeskOf) {
  return and(
    assessmentId === undefined ? undefined : eq(submissions.assessmentId, assessmentId),
    roundId === undefined ? undefined : eq(submissions.roundId, roundId),
    ids === undefined ? undefined : inArray(submissions.id, [...ids]),
  );
}

/** These submissions, newest first, with all that the stage of each follows from. */
export async function listOnDesk(db: Db, which: OnDeskOf = {}) {
  const heads = await db
    .select({
      id: submissions.id,
      number: submissions.number,
      assessmentId: submissions.assessmentId,
      submittedAt: submissions.submittedAt,
      withdrawnAt: submissions.withdrawnAt,
      roundId: submissions.roundId,
      round: rounds.name,
      organisation: organisations.name,
      department: departments.name,
      charter: assessments.charter,
      submittedAgain:
        sql`exists (select 1 from ${submissions} later where later.assessment_id = ${submissions.assessmentId} and later.number > ${submissions.number})`.mapWith(
          Boolean,
        ),
    })
    .from(submissions)
    .innerJoin(assessments, eq(assessments.id, submissions.assessmentId))
    .innerJoin(departments, eq(departments.id, assessments.departmentId))
    .innerJoin(organisations, eq(organisations.id, assessments.organisationId))
    .leftJoin(rounds, eq(rounds.id, submissions.roundId))
    .where(isAmong(which))
    .orderBy(desc(submissions.number));
  const opened = bySubmission(await listReviewHeads(db, which));
  const decided = bySubmission(await listDecisionHeads(db, which));
  const made = new Map((await listAwardDates(db, which)).map((award) => [award.decisionId, award]));
  const appealed = await listAppealed(db, which);
  return heads.map((head) => {
    const all = decided.get(head.id) ?? [];
    const replaced = new Set(all.map(({ supersedes }) => supersedes));
    const decision = all.findLast(({ id }) => !replaced.has(id)) ?? null;
    return {
      ...head,
      reviews: opened.get(head.id) ?? [],
      /** When it was first decided. */
      decidedAt: all[0]?.decidedAt ?? null,
      decision,
      appealOpen: decision !== null && appealed.has(decision.id),
      award: decision === null ? null : (made.get(decision.id) ?? null),
    };
  });
}

export type OnDesk = Awaited<ReturnType<typeof listOnDesk>>[number];

function bySubmission<R extends { readonly submissionId: string }>(rows: readonly R[]) {
  return Map.groupBy(rows, ({ submissionId }) => submissionId);
}

/** The rows of these submissions; of all where none are named. */
function of(db: Db, column: SQLiteColumn, which: OnDeskOf) {
  if (which.ids !== undefined) return inArray(column, [...which.ids]);
  return Object.keys(which).length === 0
    ? undefined
    : inArray(column, db.select({ id: submissions.id }).from(submissions).where(isAmong(which)));
}

async function listReviewHeads(db: Db, which: OnDeskOf) {
  return db
    .select({
      id: reviews.id,
      submissionId: reviews.submissionId,
      panelId: reviews.panelId,
      panel: panels.name,
      discussionOpenedAt: reviews.discussionOpenedAt,
      closedAt: reviews.closedAt,
    })
    .from(reviews)
    .innerJoin(panels, eq(panels.id, reviews.panelId))
    .where(of(db, reviews.submissionId, which))
    .orderBy(asc(reviews.openedAt), asc(reviews.id));
}

async function listDecisionHeads(db: Db, which: OnDeskOf) {
  return db
    .select({
      id: decisions.id,
      submissionId: decisions.submissionId,
      outcome: decisions.outcome,
      level: decisions.level,
      revisionsDueOn: decisions.revisionsDueOn,
      decidedAt: decisions.decidedAt,
      supersedes: decisions.supersedes,
    })
    .from(decisions)
    .where(of(db, decisions.submissionId, which))
    .orderBy(asc(decisions.decidedAt), asc(decisions.id));
}

async function listAwardDates(db: Db, which: OnDeskOf) {
  return db
    .select({
      decisionId: awards.decisionId,
      number: awards.number,
      awardedOn: awards.awardedOn,
      validUntil: awards.validUntil,
      graceUntil: awards.graceUntil,
      publishedAt: awards.publishedAt,
      withdrawnAt: awards.withdrawnAt,
    })
    .from(awards)
    .where(of(db, awards.submissionId, which));
}

async function listAppealed(db: Db, which: OnDeskOf): Promise<ReadonlySet<string>> {
  const open = await db
    .select({ decisionId: appeals.decisionId })
    .from(appeals)
    .innerJoin(decisions, eq(decisions.id, appeals.decisionId))
    .where(and(isNull(appeals.closedAt), of(db, decisions.submissionId, which)));
  return new Set(open.map(({ decisionId }) => decisionId));
}

/** How many there are. */
export async function countOnDesk(db: Db, which: OnDeskOf = {}): Promise<number> {
  const [row] = await db.select({ found: count() }).from(submissions).where(isAmong(which));
  return row?.found ?? 0;
}

/** The ids of a page of them, newest first. */
export async function listDeskIds(
  db: Db,
  which: OnDeskOf,
  { from, size }: { readonly from: number; readonly size: number },
): Promise<readonly string[]> {
  const rows = await db
    .select({ id: submissions.id })
    .from(submissions)
    .where(isAmong(which))
    .orderBy(desc(submissions.number))
    .limit(size)
    .offset(from);
  return rows.map(({ id }) => id);
}

/**
 * Of all that holds and is not decided: how many wait for a panel, and how many were submitted before an
 * instant.
 */
export async function countUndecided(db: Db, before: string) {
  const isOpen = db
    .select({ id: reviews.id })
    .from(reviews)
    .where(and(eq(reviews.submissionId, submissions.id), isNull(reviews.closedAt)));
  const decided = db
    .select({ id: decisions.id })
    .from(decisions)
    .where(eq(decisions.submissionId, submissions.id));
  const [row] = await db
    .select({
      waiting: sql<number>`coalesce(sum(case when ${notExists(isOpen)} then 1 else 0 end), 0)`,
      late: sql<number>`coalesce(sum(case when ${lt(submissions.submittedAt, before)} then 1 else 0 end), 0)`,
    })
    .from(submissions)
    .where(and(isNull(submissions.withdrawnAt), notExists(decided)));
  return { waiting: Number(row?.waiting ?? 0), late: Number(row?.late ?? 0) };
}

/** The rounds that something was submitted to, that of the newest submission first. */
export async function listRoundsOnDesk(db: Db) {
  const newest = db
    .select({ number: max(submissions.number) })
    .from(submissions)
    .where(eq(submissions.roundId, rounds.id));
  const submitted = db
    .select({ id: submissions.id })
    .from(submissions)
    .where(eq(submissions.roundId, rounds.id));
  return db
    .select({ value: rounds.id, label: rounds.name })
    .from(rounds)
    .where(exists(submitted))
    .orderBy(desc(sql`(${newest})`));
}
