// Sessions: as each request finds its own, and as their people see and end them. The sign-in library makes them
// (http/door/session.ts).
import { and, desc, eq, ne, sql } from 'drizzle-orm';
import type { Db, Write } from '#db/store.ts';
import { prepared } from '#db/prepared.ts';
import { session, user } from '#db/tables.ts';

/** One session; null = it has ended. */
export async function loadSession(db: Db, id: string) {
  const [found] = await db
    .select({ userId: session.userId, method: session.method, confirmedAt: session.confirmedAt })
    .from(session)
    .where(eq(session.id, id));
  return found ?? null;
}

const byToken = prepared((db) =>
  db
    .select({
      id: session.id,
      method: session.method,
      confirmedAt: session.confirmedAt,
      createdAt: session.createdAt,
      expiresAt: session.expiresAt,
      user: { id: user.id, name: user.name, email: user.email },
    })
    .from(session)
    .innerJoin(user, eq(user.id, session.userId))
    .where(eq(session.token, sql.placeholder('token')))
    .prepare(),
);

/** The session with this token, and whose it is; null = there is none. */
export async function loadSessionByToken(db: Db, token: string) {
  const [found] = await byToken(db).execute({ token });
  return found ?? null;
}

/** The sessions of a person, the one used last first. */
export async function listSessions(db: Db, userId: string) {
  return db
    .select({
      id: session.id,
      createdAt: session.createdAt,
      usedAt: session.updatedAt,
      expiresAt: session.expiresAt,
      agent: session.userAgent,
      method: session.method,
    })
    .from(session)
    .where(eq(session.userId, userId))
    .orderBy(desc(session.updatedAt), desc(session.id));
}

/** Its person has proved at a passkey or a provider that it is still them. */
export function confirmSession(id: string, at: string): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(session)
        .set({ confirmedAt: at })
        .where(eq(session.id, id))
        .returning({ id: session.id }),
  };
}

/** What was confirmed at this moment is used; a Conflict where it was used already. */
export function unconfirmSession(id: string, confirmedAt: string): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(session)
        .set({ confirmedAt: null })
        .where(and(eq(session.id, id), eq(session.confirmedAt, confirmedAt)))
        .returning({ id: session.id }),
  };
}

/** Ends one session of a person; a Conflict where they have none with this id. */
export function endSession(id: string, userId: string): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .delete(session)
        .where(and(eq(session.id, id), eq(session.userId, userId)))
        .returning({ id: session.id }),
  };
}

/** Ends every session of a person but this one. */
export function endOtherSessions(id: string, userId: string): Write {
  return {
    run: (db) =>
      db
        .delete(session)
        .where(and(ne(session.id, id), eq(session.userId, userId)))
        .returning({ id: session.id }),
  };
}
