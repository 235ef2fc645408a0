// Tries that failed, counted by key and hour; they outlive a restart.
import { and, eq, gte, lt, sql } from 'drizzle-orm';
import { firstHourCounted, hourOf, type HourOfTries } from '#app/domain/policy/guessing.ts';
import type { Db, Write } from '#db/store.ts';
import { failedTries } from '#db/tables-identity.ts';

/** What is counted under a key in the hours that still count. */
export async function loadTries(db: Db, key: string, now: number): Promise<readonly HourOfTries[]> {
  const rows = await db
    .select({ hour: failedTries.hour, tries: failedTries.tries, lastAt: failedTries.lastAt })
    .from(failedTries)
    .where(and(eq(failedTries.key, key), gte(failedTries.hour, written(firstHourCounted(now)))));
  return rows.map(({ hour, tries, lastAt }) => ({
    hour: Date.parse(hour),
    tries,
    lastAt: Date.parse(lastAt),
  }));
}

function written(moment: number): string {
  return new Date(moment).toISOString();
}

function hourText(at: string): string {
  return written(hourOf(Date.parse(at)));
}

/** One try more. */
export function countTry(key: string, at: string): Write {
  const hour = hourText(at);
  return {
    expect: 1,
    run: (db) =>
      db
        .insert(failedTries)
        .values({ id: `${key} ${hour}`, key, hour, tries: 1, lastAt: at })
        .onConflictDoUpdate({
          target: failedTries.id,
          set: { tries: sql`${failedTries.tries} + 1`, lastAt: at },
        })
        .returning({ id: failedTries.id }),
  };
}

/** One try less, which was counted at this moment and has not failed. */
export function uncountTry(key: string, at: string): Write {
  return {
    run: (db) =>
      db
        .update(failedTries)
        .set({ tries: sql`max(0, ${failedTries.tries} - 1)` })
        .where(eq(failedTries.id, `${key} ${hourText(at)}`))
        .returning({ id: failedTries.id }),
  };
}

/** The count begins anew. */
export function forgetTries(key: string): Write {
  return {
    run: (db) =>
      db.delete(failedTries).where(eq(failedTries.key, key)).returning({ id: failedTries.id }),
  };
}

/** Forgets every hour that counts no longer. */
export function forgetTriesBefore(now: number): Write {
  return {
    run: (db) =>
      db
        .delete(failedTries)
        .where(lt(failedTries.hour, written(firstHourCounted(now))))
        .returning({ id: failedTries.id }),
  };
}
