// Awards: made with a decision, published into the register, withdrawn; never removed.
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { awards } from '#db/tables-awards.ts';
import type { Db, Write } from '#db/store.ts';
import { type Among, among } from '#db/repositories/within-scope.ts';

export type AwardRow = typeof awards.$inferSelect;

/** One award by its id; null = there is none. */
export async function loadAward(db: Db, id: string): Promise<AwardRow | null> {
  const [row] = await db.select().from(awards).where(eq(awards.id, id));
  return row ?? null;
}

/** One award by its number, published or not; null = there is none. */
export async function loadAwardByNumber(db: Db, number: string): Promise<AwardRow | null> {
  const [row] = await db.select().from(awards).where(eq(awards.number, number));
  return row ?? null;
}

/** Awards that are decided and not in the register yet, oldest first; withdrawn ones are left out. */
export async function listUnpublished(db: Db): Promise<readonly AwardRow[]> {
  return db
    .select()
    .from(awards)
    .where(and(isNull(awards.publishedAt), isNull(awards.withdrawnAt)))
    .orderBy(asc(awards.createdAt));
}

/** The award that a decision made; null = none. */
export async function loadAwardOf(db: Db, decisionId: string): Promise<AwardRow | null> {
  const [row] = await db.select().from(awards).where(eq(awards.decisionId, decisionId));
  return row ?? null;
}

/** The awards of these assessments, newest first; unpublished ones too. */
export async function listAwardsOf(db: Db, which: Among): Promise<readonly AwardRow[]> {
  return db
    .select()
    .from(awards)
    .where(among(db, awards.assessmentId, which))
    .orderBy(desc(awards.createdAt));
}

/** Whether an award was made for an assessment and stands. */
export async function hasAward(db: Db, assessmentId: string): Promise<boolean> {
  return (await listAwardsOf(db, assessmentId)).some(({ withdrawnAt }) => withdrawnAt === null);
}

/** A new award; it takes the next number of its year and the next place in the status list. */
export function insertAward(
  row: Omit<typeof awards.$inferInsert, 'number' | 'statusIndex' | 'version'>,
): Write {
  const year = row.awardedOn.slice(0, 4);
  const first = `MC-${year}-`;
  const next = sql`(select coalesce(max(status_index), -1) + 1 from awards)`;
  const number = sql`${first} || printf('%04d', (select coalesce(max(cast(substr(number, 9) as integer)), 0) + 1 from awards where substr(number, 1, 8) = ${first}))`;
  return {
    expect: 1,
    run: (db) =>
      db
        .insert(awards)
        .values({ ...row, number, statusIndex: next, version: 1 })
        .returning({ id: awards.id }),
  };
}

/** Changes an award that is still as it was read: a Conflict otherwise. */
export function updateAward(
  read: Pick<AwardRow, 'id' | 'version'>,
  values: Partial<
    Pick<
      AwardRow,
      | 'graceUntil'
      | 'publishedAt'
      | 'publishedBy'
      | 'withdrawnAt'
      | 'withdrawnBy'
      | 'withdrawnReason'
    >
  >,
): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(awards)
        .set({ ...values, version: sql`${awards.version} + 1` })
        .where(and(eq(awards.id, read.id), eq(awards.version, read.version)))
        .returning({ id: awards.id }),
  };
}
