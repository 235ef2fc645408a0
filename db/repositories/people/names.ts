// The name behind an id, where a page says who did something.
import { eq, inArray } from 'drizzle-orm';
import type { Db } from '#db/store.ts';
import { user } from '#db/tables.ts';

/** The names behind several ids; an account that is gone is left out. */
export async function loadNames(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await db
    .select({ id: user.id, name: user.name })
    .from(user)
    .where(inArray(user.id, [...new Set(ids)]));
  return new Map(found.map(({ id, name }) => [id, name]));
}

/** The person's name; null where the account is gone. */
export async function loadName(db: Db, userId: string): Promise<string | null> {
  const [found] = await db.select({ name: user.name }).from(user).where(eq(user.id, userId));
  return found?.name ?? null;
}
