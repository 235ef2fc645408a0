// The name behind an id, where a page says who did something.
import { eq } from 'drizzle-orm';
import type { Db } from '#db/store.ts';
import { user } from '#db/tables.ts';

/** The person's name; null where the account is gone. */
export async function loadName(db: Db, userId: string): Promise<string | null> {
  const [found] = await db.select({ name: user.name }).from(user).where(eq(user.id, userId));
  return found?.name ?? null;
}
