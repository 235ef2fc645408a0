// What a charter administrator sees and changes: organisations, departments, people and their roles.
// No assessment is read here.
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Db, Write } from '#db/store.ts';
import { departments, memberships, organisations, user } from '#db/tables.ts';

/** Every organisation, by name. */
export async function listOrganisations(db: Db) {
  return db.select().from(organisations).orderBy(asc(organisations.name));
}

/** One organisation with its departments; null where there is none. */
export async function loadOrganisation(db: Db, id: string) {
  const [organisation] = await db.select().from(organisations).where(eq(organisations.id, id));
  if (organisation === undefined) return null;
  const owned = await db
    .select()
    .from(departments)
    .where(eq(departments.organisationId, id))
    .orderBy(asc(departments.name));
  return { organisation, departments: owned };
}

/** Who holds which role in an organisation; null = in the awarding body. By name. */
export async function listRoles(db: Db, organisationId: string | null) {
  return db
    .select({ membership: memberships, name: user.name, email: user.email })
    .from(memberships)
    .innerJoin(user, eq(user.id, memberships.userId))
    .where(
      organisationId === null
        ? isNull(memberships.organisationId)
        : eq(memberships.organisationId, organisationId),
    )
    .orderBy(asc(user.name), asc(memberships.id));
}

/** The roles of one person with the names of their places. */
export async function listRolesOf(db: Db, userId: string) {
  return db
    .select({
      membership: memberships,
      organisation: organisations.name,
      department: departments.name,
    })
    .from(memberships)
    .leftJoin(organisations, eq(organisations.id, memberships.organisationId))
    .leftJoin(departments, eq(departments.id, memberships.departmentId))
    .where(eq(memberships.userId, userId))
    .orderBy(asc(memberships.id));
}

/** Takes a role away from the person who holds it. */
export function deleteMembership(id: string, userId: string): Write {
  return {
    run: (db) =>
      db
        .delete(memberships)
        .where(and(eq(memberships.id, id), eq(memberships.userId, userId)))
        .returning({ id: memberships.id }),
    expect: 1,
  };
}
