// Failed sign-ins, counted by account and by network address; they outlive a restart.
import { eq, lt, sql } from 'drizzle-orm';
import type { Failures } from '#app/domain/policy/sign-in-delay.ts';
import type { Db, Write } from '#db/store.ts';
import { signInFailures } from '#db/tables.ts';

/** What is counted under a key. */
export async function loadFailures(db: Db, key: string): Promise<Failures> {
  const [row] = await db.select().from(signInFailures).where(eq(signInFailures.key, key));
  return { failures: row?.failures ?? 0, lastAt: row === undefined ? 0 : Date.parse(row.lastAt) };
}

/** One failure more. */
export function countFailure(key: string, at: string): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .insert(signInFailures)
        .values({ key, failures: 1, lastAt: at })
        .onConflictDoUpdate({
          target: signInFailures.key,
          set: { failures: sql`${signInFailures.failures} + 1`, lastAt: at },
        })
        .returning({ key: signInFailures.key }),
  };
}

/** The count begins anew. */
export function forgetFailures(key: string): Write {
  return {
    run: (db) =>
      db
        .delete(signInFailures)
        .where(eq(signInFailures.key, key))
        .returning({ key: signInFailures.key }),
  };
}

/** Forgets everything that was counted last before a moment. */
export function forgetFailuresBefore(before: string): Write {
  return {
    run: (db) =>
      db
        .delete(signInFailures)
        .where(lt(signInFailures.lastAt, before))
        .returning({ key: signInFailures.key }),
  };
}
