// What the service knows of an account beside its password: when it was reset, whether it is closed.
import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { heldUntil } from '#app/domain/policy/cooling-off.ts';
import type { Db, Write } from '#db/store.ts';
import { user } from '#db/tables.ts';
import { accountSecurity } from '#db/tables-identity.ts';

export type AccountSecurityRow = typeof accountSecurity.$inferSelect;

/** What is known of an account; null = nothing yet. */
export async function loadAccountSecurity(
  db: Db,
  userId: string,
): Promise<AccountSecurityRow | null> {
  const [row] = await db.select().from(accountSecurity).where(eq(accountSecurity.userId, userId));
  return row ?? null;
}

/** Whether an account is closed: nobody signs in to it, and no mail goes to it. */
export async function isClosed(db: Db, userId: string): Promise<boolean> {
  return ((await loadAccountSecurity(db, userId))?.closedAt ?? null) !== null;
}

/** Whether the account with this canonical address is closed. */
export async function isClosedAddress(db: Db, email: string): Promise<boolean> {
  const rows = await db
    .select({ id: user.id })
    .from(user)
    .innerJoin(accountSecurity, eq(accountSecurity.userId, user.id))
    .where(and(eq(user.email, email), isNotNull(accountSecurity.closedAt)));
  return rows.length > 0;
}

/** Until when (ISO 8601 UTC) they may neither sign nor decide after a reset; null = they may. */
export async function loadHeldUntil(db: Db, userId: string, now: Date): Promise<string | null> {
  return (await listHeldUntil(db, [userId], now)).get(userId) ?? null;
}

/** The same of several people; who is not in it may. */
export async function listHeldUntil(
  db: Db,
  userIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, string>> {
  const reset = await db
    .select({ userId: accountSecurity.userId, resetAt: accountSecurity.resetAt })
    .from(accountSecurity)
    .where(and(inArray(accountSecurity.userId, [...userIds]), isNotNull(accountSecurity.resetAt)));
  return new Map(
    reset.flatMap(({ userId, resetAt }): readonly (readonly [string, string])[] => {
      const until = heldUntil(resetAt === null ? null : Date.parse(resetAt), now.getTime());
      return until === null ? [] : [[userId, new Date(until).toISOString()]];
    }),
  );
}

type SecurityChange = Partial<Omit<typeof accountSecurity.$inferInsert, 'userId'>>;

/** Changes what is known of an account. */
export function changeSecurity(userId: string, change: SecurityChange): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .insert(accountSecurity)
        .values({ userId, ...change })
        .onConflictDoUpdate({ target: accountSecurity.userId, set: change })
        .returning({ id: accountSecurity.userId }),
  };
}

/** Closes an account; a Conflict where it is closed already. */
export function closeAccountRow(userId: string, by: { at: string; actor: string }): Write {
  const closed = { closedAt: by.at, closedBy: by.actor };
  return {
    expect: 1,
    run: (db) =>
      db
        .insert(accountSecurity)
        .values({ userId, ...closed })
        .onConflictDoUpdate({
          target: accountSecurity.userId,
          set: closed,
          setWhere: isNull(accountSecurity.closedAt),
        })
        .returning({ id: accountSecurity.userId }),
  };
}

/** Opens a closed account again; a Conflict where it is open. */
export function openAccountRow(userId: string): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(accountSecurity)
        .set({ closedAt: null, closedBy: null })
        .where(and(eq(accountSecurity.userId, userId), isNotNull(accountSecurity.closedAt)))
        .returning({ id: accountSecurity.userId }),
  };
}

/** A condition on `user`: the account is open. */
export function isOpenAccount() {
  return sql`not exists (select 1 from ${accountSecurity} where ${accountSecurity.userId} = ${user.id} and ${accountSecurity.closedAt} is not null)`;
}
