// The outbox as the sender works through it. A letter that has gone keeps no text: it may hold a link
// that lets somebody in.
import { and, asc, count, desc, eq, inArray, isNull, lt, lte } from 'drizzle-orm';
import type { Db, Write } from '#db/store.ts';
import { outbox } from '#db/tables-together.ts';

export type LetterRow = typeof outbox.$inferSelect;

type Due = { readonly at: string; readonly mostAttempts: number; readonly most: number };

/** Letters that are to be sent now, oldest first. */
export async function listDueLetters(
  db: Db,
  { at, mostAttempts, most }: Due,
): Promise<readonly LetterRow[]> {
  return db
    .select()
    .from(outbox)
    .where(and(isNull(outbox.sentAt), lte(outbox.nextAt, at), lt(outbox.attempts, mostAttempts)))
    .orderBy(asc(outbox.nextAt), asc(outbox.id))
    .limit(most);
}

/** The newest letters, whatever became of them. */
export async function listLetters(db: Db, most: number): Promise<readonly LetterRow[]> {
  return db.select().from(outbox).orderBy(desc(outbox.createdAt), desc(outbox.id)).limit(most);
}

/** How many letters have not gone out. */
export async function countWaitingLetters(db: Db): Promise<number> {
  const [row] = await db.select({ waiting: count() }).from(outbox).where(isNull(outbox.sentAt));
  return row?.waiting ?? 0;
}

/** Those of the keys that have been used. */
export async function listUsedKeys(db: Db, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ key: outbox.key })
    .from(outbox)
    .where(inArray(outbox.key, [...keys]));
  return new Set(rows.map(({ key }) => key));
}

/**
 * Takes a letter on before it is sent, so that no other process sends it as well and a crash while
 * sending waits before it is tried again: a Conflict where it was taken or sent meanwhile.
 */
export function claimLetter(read: LetterRow, nextAt: string): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(outbox)
        .set({ attempts: read.attempts + 1, nextAt })
        .where(
          and(eq(outbox.id, read.id), eq(outbox.attempts, read.attempts), isNull(outbox.sentAt)),
        )
        .returning({ id: outbox.id }),
  };
}

/** The letter has gone; its text is not kept. */
export function markSent(id: string, at: string): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(outbox)
        .set({ sentAt: at, text: '', html: '', unsubscribe: null, lastError: null })
        .where(eq(outbox.id, id))
        .returning({ id: outbox.id }),
  };
}

/** The letter could not be sent: why, how often it was tried, and when it is tried again. */
export function noteFailure(
  id: string,
  failure: Pick<LetterRow, 'attempts' | 'nextAt' | 'lastError'>,
): Write {
  return {
    expect: 1,
    run: (db) =>
      db.update(outbox).set(failure).where(eq(outbox.id, id)).returning({ id: outbox.id }),
  };
}
