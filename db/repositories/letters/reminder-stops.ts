// Who has switched reminders by email off.
import { eq, inArray } from 'drizzle-orm';
import type { Db, Write } from '#db/store.ts';
import { reminderStops } from '#db/tables-together.ts';

/** Those of the people who want no reminders. */
export async function listStopped(db: Db, people: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ userId: reminderStops.userId })
    .from(reminderStops)
    .where(inArray(reminderStops.userId, [...people]));
  return new Set(rows.map(({ userId }) => userId));
}

/** No reminders for this person from now on; asked for twice it is as if asked once. */
export function insertStop(userId: string, stoppedAt: string): Write {
  return {
    run: (db) =>
      db
        .insert(reminderStops)
        .values({ userId, stoppedAt })
        .onConflictDoNothing()
        .returning({ userId: reminderStops.userId }),
  };
}

/** Reminders again. */
export function deleteStop(userId: string): Write {
  return {
    run: (db) =>
      db
        .delete(reminderStops)
        .where(eq(reminderStops.userId, userId))
        .returning({ userId: reminderStops.userId }),
  };
}
