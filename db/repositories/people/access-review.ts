// Everybody who has an account, for the review of who can get in.
import { asc, eq, isNotNull } from 'drizzle-orm';
import type { Db } from '#db/store.ts';
import { departments, memberships, organisations, user } from '#db/tables.ts';
import { accountSecurity, authenticators, passkeys } from '#db/tables-identity.ts';

export type Account = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly createdAt: string;
  readonly lastSignInAt: string | null;
  readonly closedAt: string | null;
  readonly roles: readonly {
    readonly role: string;
    readonly organisation: string | null;
    readonly department: string | null;
  }[];
  /** Whether an authenticator app is set up, and how many passkeys there are. */
  readonly authenticator: boolean;
  readonly passkeys: number;
};

/** Every account with its roles and its second factors, by name. */
export async function listAccounts(db: Db): Promise<readonly Account[]> {
  const people = await db
    .select({
      id: user.id,
      name: user.name,
      email: user.email,
      createdAt: user.createdAt,
      lastSignInAt: accountSecurity.lastSignInAt,
      closedAt: accountSecurity.closedAt,
    })
    .from(user)
    .leftJoin(accountSecurity, eq(accountSecurity.userId, user.id))
    .orderBy(asc(user.name), asc(user.id));
  const roles = Map.groupBy(await listAllRoles(db), ({ userId }) => userId);
  const confirmed = await db
    .select({ userId: authenticators.userId })
    .from(authenticators)
    .where(isNotNull(authenticators.confirmedAt));
  const withApp = new Set(confirmed.map(({ userId }) => userId));
  const keys = Map.groupBy(
    await db.select({ userId: passkeys.userId }).from(passkeys),
    ({ userId }) => userId,
  );
  return people.map((person) => ({
    ...person,
    roles: roles.get(person.id) ?? [],
    authenticator: withApp.has(person.id),
    passkeys: keys.get(person.id)?.length ?? 0,
  }));
}

function listAllRoles(db: Db) {
  return db
    .select({
      userId: memberships.userId,
      role: memberships.role,
      organisation: organisations.name,
      department: departments.name,
    })
    .from(memberships)
    .leftJoin(organisations, eq(organisations.id, memberships.organisationId))
    .leftJoin(departments, eq(departments.id, memberships.departmentId))
    .orderBy(asc(memberships.role), asc(memberships.id));
}
