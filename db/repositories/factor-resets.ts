// Second factors that an administrator takes away, because the device is lost; each holds after a day.
import { and, eq, isNull, lte } from 'drizzle-orm';
import type { Db, Write } from '#db/store.ts';
import { factorResets } from '#db/tables-identity.ts';

export type FactorResetRow = typeof factorResets.$inferSelect;

const waiting = and(isNull(factorResets.appliedAt), isNull(factorResets.cancelledAt));

/** The reset of a person's factor that waits; null = none does. */
export async function loadFactorReset(db: Db, userId: string): Promise<FactorResetRow | null> {
  const [found] = await db
    .select()
    .from(factorResets)
    .where(and(eq(factorResets.userId, userId), waiting));
  return found ?? null;
}

/** The resets whose day is over. */
export async function listDueResets(db: Db, now: string): Promise<readonly FactorResetRow[]> {
  return db
    .select()
    .from(factorResets)
    .where(and(lte(factorResets.effectiveAt, now), waiting));
}

/** A new reset. */
export function insertFactorReset(row: FactorResetRow): Write {
  return {
    expect: 1,
    run: (db) => db.insert(factorResets).values(row).returning({ id: factorResets.id }),
  };
}

/** The reset holds; a Conflict where it was cancelled or holds already. */
export function applyReset(id: string, at: string): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(factorResets)
        .set({ appliedAt: at })
        .where(and(eq(factorResets.id, id), waiting))
        .returning({ id: factorResets.id }),
  };
}

/** The reset is taken back; a Conflict where it holds already. */
export function cancelReset(id: string, { at, by }: { at: string; by: string }): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(factorResets)
        .set({ cancelledAt: at, cancelledBy: by })
        .where(and(eq(factorResets.id, id), waiting))
        .returning({ id: factorResets.id }),
  };
}
