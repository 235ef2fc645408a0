// Everybody who has an account, for the review of who can get in.
import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
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

type PartOf = { readonly from: number; readonly size: number };

/** How many accounts there are. */
export async function countAccounts(db: Db): Promise<number> {
  return db.$count(user);
}

/** Every account, or a part of them, with roles and second factors, by name. */
export async function listAccounts(db: Db, part?: PartOf): Promise<readonly Account[]> {
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
    .orderBy(asc(user.name), asc(user.id))
    .limit(part?.size ?? -1)
    .offset(part?.from ?? 0);
  const of = part === undefined ? undefined : people.map(({ id }) => id);
  const roles = Map.groupBy(await listRolesOf(db, of), ({ userId }) => userId);
  const confirmed = await db
    .select({ userId: authenticators.userId })
    .from(authenticators)
    .where(and(isNotNull(authenticators.confirmedAt), ownedBy(authenticators.userId, of)));
  const withApp = new Set(confirmed.map(({ userId }) => userId));
  const keys = Map.groupBy(
    await db.select({ userId: passkeys.userId }).from(passkeys).where(ownedBy(passkeys.userId, of)),
    ({ userId }) => userId,
  );
  return people.map((person) => ({
    ...person,
    roles: roles.get(person.id) ?? [],
    authenticator: withApp.has(person.id),
    passkeys: keys.get(person.id)?.length ?? 0,
  }));
}

/** undefined = of everybody. */
type People = readonly string[] | undefined;

function ownedBy(column: SQLiteColumn, people: People) {
  return people === undefined ? undefined : inArray(column, [...people]);
}

function listRolesOf(db: Db, people: People) {
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
    .where(ownedBy(memberships.userId, people))
    .orderBy(asc(memberships.role), asc(memberships.id));
}
