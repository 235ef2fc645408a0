// The outbox as the sender works through it. A letter that has gone keeps no text. One that is held waits
// for an administrator: it comes from a backup, and may have gone out after that was made.
import { and, asc, count, desc, eq, inArray, isNotNull, isNull, lt, lte } from 'drizzle-orm';
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
    .where(
      and(
        isNull(outbox.sentAt),
        isNull(outbox.heldAt),
        lte(outbox.nextAt, at),
        lt(outbox.attempts, mostAttempts),
      ),
    )
    .orderBy(asc(outbox.nextAt), asc(outbox.id))
    .limit(most);
}

/** The newest letters, whatever became of them. */
export async function listLetters(db: Db, most: number): Promise<readonly LetterRow[]> {
  return db.select().from(outbox).orderBy(desc(outbox.createdAt), desc(outbox.id)).limit(most);
}

/** A letter; null where there is none. */
export async function loadLetter(db: Db, id: string): Promise<LetterRow | null> {
  const [row] = await db.select().from(outbox).where(eq(outbox.id, id));
  return row ?? null;
}

/** How many letters have not gone out, and how many of them are held. */
export async function countWaitingLetters(db: Db): Promise<{ waiting: number; held: number }> {
  const [row] = await db
    .select({ waiting: count(), held: count(outbox.heldAt) })
    .from(outbox)
    .where(isNull(outbox.sentAt));
  return row ?? { waiting: 0, held: 0 };
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
          and(
            eq(outbox.id, read.id),
            eq(outbox.attempts, read.attempts),
            isNull(outbox.sentAt),
            isNull(outbox.heldAt),
          ),
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

/** Holds every letter that has not gone out, until it is released. */
export function holdLetters(at: string): Write {
  return {
    run: (db) =>
      db
        .update(outbox)
        .set({ heldAt: at })
        .where(isNull(outbox.sentAt))
        .returning({ id: outbox.id }),
  };
}

/** Lets held letters go out, or one of them: a Conflict where that one is not held. */
export function releaseLetters({
  letter,
  at,
}: {
  readonly letter: string | null;
  readonly at: string;
}): Write {
  return {
    ...(letter === null ? {} : { expect: 1 }),
    run: (db) =>
      db
        .update(outbox)
        .set({ heldAt: null, nextAt: at })
        .where(
          and(
            isNull(outbox.sentAt),
            isNotNull(outbox.heldAt),
            ...(letter === null ? [] : [eq(outbox.id, letter)]),
          ),
        )
        .returning({ id: outbox.id }),
  };
}

/** Tries a letter that was given up anew, from now on; a Conflict where it has gone. */
export function sendAgain(id: string, at: string): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(outbox)
        .set({ attempts: 0, nextAt: at })
        .where(and(eq(outbox.id, id), isNull(outbox.sentAt), isNull(outbox.heldAt)))
        .returning({ id: outbox.id }),
  };
}

/**
 * Gives up a letter that has not gone, for this reason; a Conflict where it has. Its row stays, so that
 * nothing writes the same letter anew.
 */
export function giveUpLetter(id: string, given: Pick<LetterRow, 'attempts' | 'lastError'>): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(outbox)
        .set({ ...given, heldAt: null })
        .where(and(eq(outbox.id, id), isNull(outbox.sentAt)))
        .returning({ id: outbox.id }),
  };
}

/** Writes a letter's token into it, where nothing is sent for real; a Conflict where it has one. */
export function fillLetter(
  id: string,
  filled: Pick<LetterRow, 'text' | 'html' | 'unsubscribe'>,
): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(outbox)
        .set({ ...filled, tokenOf: null })
        .where(and(eq(outbox.id, id), isNull(outbox.sentAt), isNotNull(outbox.tokenOf)))
        .returning({ id: outbox.id }),
  };
}
