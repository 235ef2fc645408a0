// The private addresses from which calendars read people's dates. The id is the SHA-256 of the token.
import { count, eq } from 'drizzle-orm';
import type { Person } from '#db/repositories/accounts/sign-in-rows.ts';
import type { Db, Write } from '#db/store.ts';
import { user } from '#db/tables.ts';
import { calendarLinks } from '#db/tables-together.ts';

/** Whose calendar it is; null = nobody's. */
export async function loadCalendarOwner(db: Db, id: string): Promise<Person | null> {
  const [row] = await db
    .select({ id: user.id, name: user.name, email: user.email })
    .from(calendarLinks)
    .innerJoin(user, eq(user.id, calendarLinks.userId))
    .where(eq(calendarLinks.id, id));
  return row ?? null;
}

/** Whether someone has such an address. */
export async function hasCalendarLink(db: Db, userId: string): Promise<boolean> {
  const [row] = await db
    .select({ links: count() })
    .from(calendarLinks)
    .where(eq(calendarLinks.userId, userId));
  return (row?.links ?? 0) > 0;
}

/** A new address. */
export function insertCalendarLink(row: typeof calendarLinks.$inferInsert): Write {
  return {
    expect: 1,
    run: (db) => db.insert(calendarLinks).values(row).returning({ id: calendarLinks.id }),
  };
}

/** Takes every such address of a person away. */
export function deleteCalendarLinks(userId: string): Write {
  return {
    run: (db) =>
      db
        .delete(calendarLinks)
        .where(eq(calendarLinks.userId, userId))
        .returning({ id: calendarLinks.id }),
  };
}
