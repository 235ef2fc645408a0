// Organisations, departments and the roles of people.
import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Actor, Membership, Role } from '#app/domain/policy/actor.ts';
import type { Scope } from '#app/domain/policy/assessment.ts';
import { BODY_ROLES, ORGANISATION_ROLES } from '#app/domain/policy/actor.ts';
import { prepared } from '#db/prepared.ts';
import type { Db, Write } from '#db/store.ts';
import { departments, memberships, organisations, user } from '#db/tables.ts';
import { isOpenAccount } from '#db/repositories/accounts/account-security.ts';

const ROLES: readonly Role[] = [...ORGANISATION_ROLES, ...BODY_ROLES];

type Row = typeof memberships.$inferSelect;

/** The roles of one person; a role that this program does not know counts for nothing. */
export async function loadMemberships(db: Db, userId: string): Promise<readonly Membership[]> {
  return known(await db.select().from(memberships).where(eq(memberships.userId, userId)));
}

const open = prepared((db) =>
  db
    .select({ membership: memberships })
    .from(memberships)
    .innerJoin(user, eq(user.id, memberships.userId))
    .where(and(eq(memberships.userId, sql.placeholder('userId')), isOpenAccount()))
    .prepare(),
);

/** The same, and none where the account is closed. */
export async function loadOpenMemberships(db: Db, userId: string): Promise<readonly Membership[]> {
  return known((await open(db).execute({ userId })).map(({ membership }) => membership));
}

function known(rows: readonly Row[]): readonly Membership[] {
  return rows.flatMap((row) => {
    const role = ROLES.find((one) => one === row.role);
    return role === undefined
      ? []
      : [{ role, organisation: row.organisationId, department: row.departmentId }];
  });
}

/** The names of the organisations and departments where somebody has a role. */
export async function listPlaceNames(
  db: Db,
  held: readonly Pick<Membership, 'organisation' | 'department'>[],
): Promise<readonly string[]> {
  const organisationIds = held.flatMap(({ organisation }) => organisation ?? []);
  const departmentIds = held.flatMap(({ department }) => department ?? []);
  const rows = [
    ...(await db
      .select({ name: organisations.name })
      .from(organisations)
      .where(inArray(organisations.id, organisationIds))),
    ...(await db
      .select({ name: departments.name })
      .from(departments)
      .where(inArray(departments.id, departmentIds))),
  ];
  return rows.map(({ name }) => name);
}

/** Everybody with an open account and one of these roles somewhere, each with all their roles. */
export async function listActors(db: Db, roles: readonly Role[]): Promise<readonly Actor[]> {
  const rows = await db
    .select({ id: user.id, name: user.name, email: user.email, membership: memberships })
    .from(memberships)
    .innerJoin(user, eq(user.id, memberships.userId))
    .where(isOpenAccount())
    .orderBy(asc(user.id));
  const byPerson = Map.groupBy(rows, ({ id }) => id);
  return [...byPerson].flatMap(([id, held]): Actor[] => {
    const [first] = held;
    const all = known(held.map(({ membership }) => membership));
    if (first === undefined || !all.some(({ role }) => roles.includes(role))) return [];
    return [{ id, name: first.name, email: first.email, memberships: all }];
  });
}

type RolesAt = {
  readonly organisation: string;
  readonly department: string;
  readonly roles: readonly Role[];
};

/** The people with an open account who hold one of these roles for a department: in it, or in its whole organisation. */
export async function listPeopleOf(db: Db, { organisation, department, roles }: RolesAt) {
  return db
    .selectDistinct({ id: user.id, name: user.name, email: user.email })
    .from(memberships)
    .innerJoin(user, eq(user.id, memberships.userId))
    .where(
      and(
        eq(memberships.organisationId, organisation),
        or(isNull(memberships.departmentId), eq(memberships.departmentId, department)),
        inArray(memberships.role, [...roles]),
        isOpenAccount(),
      ),
    )
    .orderBy(asc(user.name), asc(user.id));
}

type RolesIn = { readonly organisations: readonly string[]; readonly roles: readonly Role[] };

/** The people with an open account who hold one of these roles anywhere in these organisations, by name. */
export async function listHolders(db: Db, { organisations: places, roles }: RolesIn) {
  return db
    .select({
      id: user.id,
      name: user.name,
      email: user.email,
      role: memberships.role,
      organisation: memberships.organisationId,
      department: memberships.departmentId,
    })
    .from(memberships)
    .innerJoin(user, eq(user.id, memberships.userId))
    .where(
      and(
        inArray(memberships.organisationId, [...new Set(places)]),
        inArray(memberships.role, [...roles]),
        isOpenAccount(),
      ),
    )
    .orderBy(asc(user.name), asc(user.id));
}

export type Holder = Awaited<ReturnType<typeof listHolders>>[number];

/** Those of them who hold one of the roles for a department: in it, or in its whole organisation; once each. */
export function holdersAt(
  holders: readonly Holder[],
  { organisation, department, roles }: RolesAt,
) {
  const found = holders.filter(
    (one) =>
      one.organisation === organisation &&
      (one.department === null || one.department === department) &&
      roles.some((role) => role === one.role),
  );
  return [...new Map(found.map(({ id, name, email }) => [id, { id, name, email }])).values()];
}

/** The departments in a scope with the names of their organisations. */
export async function listDepartments(db: Db, scope: Scope) {
  return db
    .select({ department: departments, organisation: organisations.name })
    .from(departments)
    .innerJoin(organisations, eq(organisations.id, departments.organisationId))
    .where(
      or(
        inArray(departments.organisationId, [...scope.organisations]),
        inArray(departments.id, [...scope.departments]),
      ),
    )
    .orderBy(asc(organisations.name), asc(departments.name));
}

/** A new organisation. */
export function insertOrganisation(row: typeof organisations.$inferInsert): Write {
  return {
    run: (db) => db.insert(organisations).values(row).returning({ id: organisations.id }),
    expect: 1,
  };
}

/** A new department of an organisation. */
export function insertDepartment(row: typeof departments.$inferInsert): Write {
  return {
    run: (db) => db.insert(departments).values(row).returning({ id: departments.id }),
    expect: 1,
  };
}

/** A new role for a person. */
export function insertMembership(row: typeof memberships.$inferInsert): Write {
  return {
    run: (db) => db.insert(memberships).values(row).returning({ id: memberships.id }),
    expect: 1,
  };
}

/** The names of everybody beside a person: in the same organisations, or in the awarding body. */
export async function listNamesBeside(
  db: Db,
  person: string | null,
  places: readonly (string | null)[],
): Promise<readonly string[]> {
  const organisationIds = places.filter((place) => place !== null);
  const rows = await db
    .selectDistinct({ id: user.id, name: user.name })
    .from(memberships)
    .innerJoin(user, eq(user.id, memberships.userId))
    .where(
      or(
        inArray(memberships.organisationId, organisationIds),
        places.includes(null) ? isNull(memberships.organisationId) : undefined,
      ),
    );
  return rows.filter(({ id }) => id !== person).map(({ name }) => name);
}
