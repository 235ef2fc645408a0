// Passkeys: the public halves of keys that people keep on their devices.
import { and, asc, eq, lt } from 'drizzle-orm';
import type { Db, Write } from '#db/store.ts';
import { verification } from '#db/tables.ts';
import { passkeys } from '#db/tables-identity.ts';

export type PasskeyRow = typeof passkeys.$inferSelect;

/** The passkeys of a person, oldest first. */
export async function listPasskeys(db: Db, userId: string): Promise<readonly PasskeyRow[]> {
  return db
    .select()
    .from(passkeys)
    .where(eq(passkeys.userId, userId))
    .orderBy(asc(passkeys.createdAt), asc(passkeys.id));
}

/** The passkey of this id; null = none of ours. */
export async function loadPasskey(db: Db, id: string): Promise<PasskeyRow | null> {
  const [found] = await db.select().from(passkeys).where(eq(passkeys.id, id));
  return found ?? null;
}

/** A new passkey; a Conflict where its id is there already. */
export function insertPasskey(row: PasskeyRow): Write {
  return {
    expect: 1,
    run: (db) =>
      db.insert(passkeys).values(row).onConflictDoNothing().returning({ id: passkeys.id }),
  };
}

/** A passkey was used; a Conflict where its counter moved meanwhile. */
export function usePasskey(
  { id, counter: before }: Pick<PasskeyRow, 'id' | 'counter'>,
  { counter, at }: { readonly counter: number; readonly at: string },
): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(passkeys)
        .set({ counter, lastUsedAt: at })
        .where(and(eq(passkeys.id, id), eq(passkeys.counter, before)))
        .returning({ id: passkeys.id }),
  };
}

/** Takes a passkey away from its person. */
export function deletePasskey(id: string, userId: string): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .delete(passkeys)
        .where(and(eq(passkeys.id, id), eq(passkeys.userId, userId)))
        .returning({ id: passkeys.id }),
  };
}

/** Takes every passkey of a person away. */
export function deletePasskeysOf(userId: string): Write {
  return {
    run: (db) =>
      db.delete(passkeys).where(eq(passkeys.userId, userId)).returning({ id: passkeys.id }),
  };
}

/** Uses up what was good for one answer, such as a challenge; a Conflict the second time. */
export function useOnce(
  what: string,
  { at, expiresAt }: Record<'at' | 'expiresAt', string>,
): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .insert(verification)
        .values({
          id: what,
          identifier: 'used',
          value: '',
          expiresAt,
          createdAt: at,
          updatedAt: at,
        })
        .onConflictDoNothing()
        .returning({ id: verification.id }),
  };
}

/** Forgets what was used up and has expired by now. */
export function forgetUsed(now: string): Write {
  return {
    run: (db) =>
      db
        .delete(verification)
        .where(and(eq(verification.identifier, 'used'), lt(verification.expiresAt, now)))
        .returning({ id: verification.id }),
  };
}
