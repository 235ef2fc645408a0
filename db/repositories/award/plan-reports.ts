// Reports on the plans of awards, and the awards that they are due for.
import { and, asc, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm';
import { REPORTED_ACTIONS, storedValue } from '#app/domain/formats/stored-text.ts';
import type { ReportedAction } from '#app/domain/award/plan-report.ts';
import type { Scope } from '#app/domain/policy/assessment.ts';
import { type Among, among } from '#db/repositories/within-scope.ts';
import type { Db, Write } from '#db/store.ts';
import { awards, planReports } from '#db/tables-awards.ts';

type Row = typeof planReports.$inferSelect;

export type PlanReportRow = Omit<Row, 'actions'> & { readonly actions: readonly ReportedAction[] };

/** The reports of these awards, by year; the award named first comes first. */
export async function listPlanReports(
  db: Db,
  awardIds: readonly string[],
): Promise<readonly PlanReportRow[]> {
  const rows = await db
    .select()
    .from(planReports)
    .where(inArray(planReports.awardId, [...awardIds]))
    .orderBy(asc(planReports.year));
  return rows
    .map(reportIn)
    .toSorted((one, other) => awardIds.indexOf(one.awardId) - awardIds.indexOf(other.awardId));
}

function reportIn(row: Row): PlanReportRow {
  const place = { column: 'plan_reports.actions', id: row.id };
  return { ...row, actions: storedValue(REPORTED_ACTIONS, row.actions, place) };
}

/** The sent reports that no administrator has opened yet, the oldest first. */
export async function listUnreadReports(db: Db) {
  return db
    .select({
      number: awards.number,
      organisation: awards.organisation,
      department: awards.department,
      year: planReports.year,
      sentAt: planReports.sentAt,
    })
    .from(planReports)
    .innerJoin(awards, eq(awards.id, planReports.awardId))
    .where(and(isNotNull(planReports.sentAt), isNull(planReports.readAt)))
    .orderBy(asc(planReports.sentAt), asc(planReports.id));
}

/** A sent report is read: a Conflict where it is already. */
export function markReportRead(
  id: string,
  read: { readonly at: string; readonly by: string },
): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(planReports)
        .set({ readAt: read.at, readBy: read.by })
        .where(
          and(eq(planReports.id, id), isNotNull(planReports.sentAt), isNull(planReports.readAt)),
        )
        .returning({ id: planReports.id }),
  };
}

/** By what a report is told from every other. */
export function reportKey({ awardId, year }: Pick<Row, 'awardId' | 'year'>): string {
  return `${awardId} ${year}`;
}

/** Which years have been sent, of all awards or those of some assessments. */
export async function listSentYears(db: Db, which?: Among) {
  return db
    .select({
      assessmentId: awards.assessmentId,
      awardId: planReports.awardId,
      year: planReports.year,
    })
    .from(planReports)
    .innerJoin(awards, eq(awards.id, planReports.awardId))
    .where(
      and(
        isNotNull(planReports.sentAt),
        which === undefined ? undefined : among(db, awards.assessmentId, which),
      ),
    );
}

/** Saves a report over the version that was read; version 0 = there was none. A sent one is never saved over. */
export function savePlanReport(row: PlanReportRow, readVersion: number): Write {
  const next = { ...row, actions: JSON.stringify(row.actions), version: readVersion + 1 };
  return {
    expect: 1,
    run: (db) =>
      readVersion === 0
        ? db
            .insert(planReports)
            .values(next)
            .onConflictDoNothing()
            .returning({ id: planReports.id })
        : db
            .update(planReports)
            .set(next)
            .where(
              and(
                eq(planReports.id, row.id),
                eq(planReports.version, readVersion),
                isNull(planReports.sentAt),
              ),
            )
            .returning({ id: planReports.id }),
  };
}

function awardsWithin(scope: Scope | undefined) {
  return scope === undefined
    ? undefined
    : or(
        inArray(awards.organisationId, [...scope.organisations]),
        inArray(awards.departmentId, [...scope.departments]),
      );
}

/** The awards in the register that nobody has withdrawn, all or those within a scope, the oldest first. */
export async function listStandingAwards(db: Db, scope?: Scope) {
  return db
    .select()
    .from(awards)
    .where(and(isNotNull(awards.publishedAt), isNull(awards.withdrawnAt), awardsWithin(scope)))
    .orderBy(asc(awards.awardedOn), asc(awards.id));
}
