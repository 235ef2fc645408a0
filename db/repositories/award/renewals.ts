// Assessments that renew an award. One that was decided against, or thrown away, leaves room for another.
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Db, Write } from '#db/store.ts';
import { awards } from '#db/tables-awards.ts';
import { decisions } from '#db/tables-review.ts';
import { assessments } from '#db/tables.ts';

const isUndecided = sql`${assessments.discardedAt} is null and not exists (select 1 from ${decisions} where ${decisions.assessmentId} = ${assessments.id} and ${decisions.outcome} = 'not-awarded')`;

/** The id of the renewal that runs or has succeeded; null = none. */
export async function loadRenewal(db: Db, awardId: string): Promise<string | null> {
  const [row] = await db
    .select({ id: assessments.id })
    .from(assessments)
    .where(and(eq(assessments.renews, awardId), isUndecided))
    .orderBy(desc(assessments.createdAt));
  return row?.id ?? null;
}

/** The renewals of these awards that run or have succeeded. */
export async function listRenewals(db: Db, awardIds: readonly string[]) {
  return db
    .select({ id: assessments.id, awardId: assessments.renews })
    .from(assessments)
    .where(and(inArray(assessments.renews, [...awardIds]), isUndecided))
    .orderBy(desc(assessments.createdAt));
}

/** Undoes the list where a renewal runs already. */
export function noRenewalYet(awardId: string): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .select({ id: awards.id })
        .from(awards)
        .where(
          and(
            eq(awards.id, awardId),
            sql`not exists (select 1 from ${assessments} where ${assessments.renews} = ${awardId} and ${isUndecided})`,
          ),
        ),
  };
}
