// People's accounts in the tables of the sign-in library, in the form that it writes itself: the
// password is an account of the provider `credential`, named by the person's id.
import { and, eq, notExists } from 'drizzle-orm';
import type { Db, Write } from '#db/store.ts';
import { account, session, user } from '#db/tables.ts';

export type Person = { readonly id: string; readonly name: string; readonly email: string };

/** The person with this canonical address; null = nobody. */
export async function findPersonByEmail(db: Db, email: string): Promise<Person | null> {
  return one(await db.select(personColumns).from(user).where(eq(user.email, email)));
}

/** The person with this id; null = nobody. */
export async function loadPerson(db: Db, id: string): Promise<Person | null> {
  return one(await db.select(personColumns).from(user).where(eq(user.id, id)));
}

const personColumns = { id: user.id, name: user.name, email: user.email };

function one<T>(rows: readonly T[]): T | null {
  return rows[0] ?? null;
}

/** A new person without a password; a Conflict where the address is taken. */
export function insertPerson({ id, name, email }: Person, at: string): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .insert(user)
        .values({ id, name, email, emailVerified: false, createdAt: at, updatedAt: at })
        .onConflictDoNothing()
        .returning({ id: user.id }),
  };
}

/** The id of the account that holds the person's password; null = none is set yet. */
export async function findPasswordAccount(db: Db, userId: string): Promise<string | null> {
  const rows = await db
    .select({ id: account.id })
    .from(account)
    .where(and(eq(account.userId, userId), eq(account.providerId, 'credential')));
  return rows[0]?.id ?? null;
}

/** A first password, as its hash. */
export function insertPassword(
  id: string,
  { userId, hash, at }: { readonly userId: string; readonly hash: string; readonly at: string },
): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .insert(account)
        .values({
          id,
          accountId: userId,
          providerId: 'credential',
          userId,
          password: hash,
          createdAt: at,
          updatedAt: at,
        })
        .returning({ id: account.id }),
  };
}

/** Another password, as its hash, in the account that holds it. */
export function updatePassword(
  id: string,
  { hash, at }: { readonly hash: string; readonly at: string },
): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(account)
        .set({ password: hash, updatedAt: at })
        .where(eq(account.id, id))
        .returning({ id: account.id }),
  };
}

/** The same password by a newer rule; a Conflict where another was chosen meanwhile. */
export function renewPassword(
  id: string,
  { from, to, at }: { readonly from: string; readonly to: string; readonly at: string },
): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(account)
        .set({ password: to, updatedAt: at })
        .where(and(eq(account.id, id), eq(account.password, from)))
        .returning({ id: account.id }),
  };
}

/** Signs the person out everywhere. */
export function deleteSessionsOf(userId: string): Write {
  return {
    run: (db) => db.delete(session).where(eq(session.userId, userId)).returning({ id: session.id }),
  };
}

/** Signs everybody out. */
export function deleteAllSessions(): Write {
  return { run: (db) => db.delete(session).returning({ id: session.id }) };
}

/** Another name for a person. */
export function updateName(id: string, name: string, at: string): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(user)
        .set({ name, updatedAt: at })
        .where(eq(user.id, id))
        .returning({ id: user.id }),
  };
}

/** Another address for a person, confirmed; a Conflict where it is taken. */
export function updateEmail(id: string, email: string, at: string): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(user)
        .set({ email, emailVerified: true, updatedAt: at })
        .where(
          and(
            eq(user.id, id),
            notExists(db.select({ id: user.id }).from(user).where(eq(user.email, email))),
          ),
        )
        .returning({ id: user.id }),
  };
}
