// Second factors that an administrator takes away, because the device is lost; each holds after a day.
import { and, eq, isNotNull, isNull, lte } from 'drizzle-orm';
import type { Db, Write } from '#db/store.ts';
import { factorResets } from '#db/tables-identity.ts';
import { outbox } from '#db/tables-together.ts';

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

/** Takes back whatever waits for a person; none is fine. */
export function cancelResetsOf(userId: string, { at, by }: { at: string; by: string }): Write {
  return {
    run: (db) =>
      db
        .update(factorResets)
        .set({ cancelledAt: at, cancelledBy: by })
        .where(and(eq(factorResets.userId, userId), waiting))
        .returning({ id: factorResets.id }),
  };
}

/** Whether the letter that tells of a reset has gone out. */
export async function wasOwnerTold(db: Db, key: string): Promise<boolean> {
  const rows = await db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.key, key), isNotNull(outbox.sentAt)));
  return rows.length > 0;
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
