// What third parties hold against awards, and how it ended.
import { and, asc, count, eq, isNull } from 'drizzle-orm';
import { awards, objections } from '#db/tables-awards.ts';
import type { Db, Write } from '#db/store.ts';

export type ObjectionRow = typeof objections.$inferSelect;

/** The objections to an award, oldest first. */
export async function listObjections(db: Db, awardId: string): Promise<readonly ObjectionRow[]> {
  return db
    .select()
    .from(objections)
    .where(eq(objections.awardId, awardId))
    .orderBy(asc(objections.madeAt), asc(objections.id));
}

/** Every objection that nobody has closed, oldest first, with the number of its award. */
export async function listOpenObjections(db: Db) {
  return db
    .select({ id: objections.id, madeAt: objections.madeAt, number: awards.number })
    .from(objections)
    .innerJoin(awards, eq(awards.id, objections.awardId))
    .where(isNull(objections.closedAt))
    .orderBy(asc(objections.madeAt));
}

/** How many objections to an award are open. */
export async function countOpenObjections(db: Db, awardId: string): Promise<number> {
  const [row] = await db
    .select({ open: count() })
    .from(objections)
    .where(and(eq(objections.awardId, awardId), isNull(objections.closedAt)));
  return row?.open ?? 0;
}

/** One objection; null = there is none. */
export async function loadObjection(db: Db, id: string): Promise<ObjectionRow | null> {
  const [row] = await db.select().from(objections).where(eq(objections.id, id));
  return row ?? null;
}

/** A new objection. */
export function insertObjection(row: typeof objections.$inferInsert): Write {
  return {
    expect: 1,
    run: (db) => db.insert(objections).values(row).returning({ id: objections.id }),
  };
}

/** Closes an objection that is open: a Conflict otherwise. */
export function closeObjectionRow(
  id: string,
  closed: Required<
    Pick<typeof objections.$inferInsert, 'outcome' | 'outcomeReason' | 'closedAt' | 'closedBy'>
  >,
): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(objections)
        .set(closed)
        .where(and(eq(objections.id, id), isNull(objections.closedAt)))
        .returning({ id: objections.id }),
  };
}
