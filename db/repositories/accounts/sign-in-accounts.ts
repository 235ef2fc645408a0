// Accounts as a sign-in asks for them: password, second factor and passkeys, and what else protects them.
import { and, count, eq, isNotNull, isNull, lt, notExists } from 'drizzle-orm';
import type { Membership } from '#app/domain/policy/actor.ts';
import { type FactorRules, needsSecondFactor } from '#app/domain/policy/second-factor.ts';
import type { Db, Write } from '#db/store.ts';
import { account, organisations, user } from '#db/tables.ts';
import { accountSecurity, authenticators, passkeys, recoveryCodes } from '#db/tables-identity.ts';

/** An account with everything that a sign-in asks for; null = there is none. */
export async function loadAccountByEmail(db: Db, email: string) {
  return loadAccount(db, eq(user.email, email));
}

/** The account of a person; null = there is none. */
export async function loadAccountOf(db: Db, userId: string) {
  return loadAccount(db, eq(user.id, userId));
}

async function loadAccount(db: Db, which: ReturnType<typeof eq>) {
  const [found] = await db
    .select({
      id: user.id,
      name: user.name,
      email: user.email,
      createdAt: user.createdAt,
      passwordAccount: account.id,
      passwordHash: account.password,
      resetAt: accountSecurity.resetAt,
      factorDueAt: accountSecurity.factorDueAt,
      closedAt: accountSecurity.closedAt,
      lastSignInAt: accountSecurity.lastSignInAt,
      sealedSecret: authenticators.sealedSecret,
      lastStep: authenticators.lastStep,
    })
    .from(user)
    .leftJoin(account, and(eq(account.userId, user.id), eq(account.providerId, 'credential')))
    .leftJoin(accountSecurity, eq(accountSecurity.userId, user.id))
    .leftJoin(
      authenticators,
      and(eq(authenticators.userId, user.id), isNotNull(authenticators.confirmedAt)),
    )
    .where(which);
  if (found === undefined) return null;
  const [keys] = await db
    .select({ passkeys: count() })
    .from(passkeys)
    .where(eq(passkeys.userId, found.id));
  return { ...found, passkeys: keys?.passkeys ?? 0 };
}

export type Account = NonNullable<Awaited<ReturnType<typeof loadAccountOf>>>;

/**
 * Undoes the list where the account is not as it was any more: closed, with another password or with another
 * second factor.
 */
export function onlyAsItWas(before: Account): Write {
  const { id, passwordHash, sealedSecret } = before;
  return {
    expect: 1,
    run: (db) =>
      db
        .select({ id: user.id })
        .from(user)
        .leftJoin(account, and(eq(account.userId, user.id), eq(account.providerId, 'credential')))
        .leftJoin(accountSecurity, eq(accountSecurity.userId, user.id))
        .leftJoin(
          authenticators,
          and(eq(authenticators.userId, user.id), isNotNull(authenticators.confirmedAt)),
        )
        .where(
          and(
            eq(user.id, id),
            isNull(accountSecurity.closedAt),
            passwordHash === null ? isNull(account.password) : eq(account.password, passwordHash),
            sealedSecret === null
              ? isNull(authenticators.sealedSecret)
              : eq(authenticators.sealedSecret, sealedSecret),
            before.passkeys > 0
              ? undefined
              : notExists(
                  db.select({ id: passkeys.id }).from(passkeys).where(eq(passkeys.userId, id)),
                ),
          ),
        ),
  };
}

/** The authenticator that is being set up, or in use; null = none. */
export async function loadAuthenticator(db: Db, userId: string) {
  const [found] = await db.select().from(authenticators).where(eq(authenticators.userId, userId));
  return found ?? null;
}

/**
 * A new key for an authenticator app, which counts once it is confirmed; a Conflict where one is confirmed
 * already.
 */
export function putAuthenticator(row: typeof authenticators.$inferInsert): Write {
  const { userId: _person, ...rest } = row;
  return {
    expect: 1,
    run: (db) =>
      db
        .insert(authenticators)
        .values(row)
        .onConflictDoUpdate({
          target: authenticators.userId,
          set: rest,
          setWhere: isNull(authenticators.confirmedAt),
        })
        .returning({ id: authenticators.userId }),
  };
}

/** The key counts from now on; a Conflict where it was replaced, or confirmed already. */
export function confirmAuthenticator(
  userId: string,
  { sealedSecret, step, at }: { sealedSecret: string; step: number; at: string },
): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(authenticators)
        .set({ confirmedAt: at, lastStep: step })
        .where(
          and(
            eq(authenticators.userId, userId),
            eq(authenticators.sealedSecret, sealedSecret),
            isNull(authenticators.confirmedAt),
          ),
        )
        .returning({ id: authenticators.userId }),
  };
}

/** Uses the code of a step up; a Conflict where it, or a later one, was used before. */
export function useStep(userId: string, step: number): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(authenticators)
        .set({ lastStep: step })
        .where(and(eq(authenticators.userId, userId), lt(authenticators.lastStep, step)))
        .returning({ id: authenticators.userId }),
  };
}

/** Takes the authenticator away. */
export function deleteAuthenticator(userId: string): Write {
  return {
    run: (db) =>
      db
        .delete(authenticators)
        .where(eq(authenticators.userId, userId))
        .returning({ id: authenticators.userId }),
  };
}

/** New recovery codes, as their hashes, in the place of all that were there. */
export function replaceRecoveryCodes(
  userId: string,
  ids: readonly string[],
  at: string,
): readonly Write[] {
  return [
    {
      run: (db) =>
        db
          .delete(recoveryCodes)
          .where(eq(recoveryCodes.userId, userId))
          .returning({ id: recoveryCodes.id }),
    },
    ...ids.map((id): Write => ({
      expect: 1,
      run: (db) =>
        db
          .insert(recoveryCodes)
          .values({ id, userId, createdAt: at })
          .returning({ id: recoveryCodes.id }),
    })),
  ];
}

/** Uses a recovery code up; a Conflict where there is none, or it was used. */
export function useRecoveryCode(userId: string, id: string, at: string): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(recoveryCodes)
        .set({ usedAt: at })
        .where(
          and(
            eq(recoveryCodes.id, id),
            eq(recoveryCodes.userId, userId),
            isNull(recoveryCodes.usedAt),
          ),
        )
        .returning({ id: recoveryCodes.id }),
  };
}

/** How many recovery codes are left. */
export async function countRecoveryCodes(db: Db, userId: string): Promise<number> {
  const [found] = await db
    .select({ left: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)));
  return found?.left ?? 0;
}

/** Whether these roles need a second factor, by the rules of the installation and of their organisations. */
export async function isFactorNeeded(
  db: Db,
  memberships: readonly Membership[],
  settings: Omit<FactorRules, 'organisations'>,
): Promise<boolean> {
  if (!settings.required) return false;
  const rows = await db
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.needsSecondFactor, true));
  return needsSecondFactor(memberships, { ...settings, organisations: rows.map(({ id }) => id) });
}
