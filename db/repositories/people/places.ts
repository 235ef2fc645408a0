// What a charter administrator sees and changes: organisations, departments, people and their roles.
// No assessment is read here.
import { and, asc, eq, gt, isNotNull, isNull, or } from 'drizzle-orm';
import type { Db, Write } from '#db/store.ts';
import { assessments, departments, memberships, organisations, user } from '#db/tables.ts';
import { invitations } from '#db/tables-together.ts';

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

/** Writes nothing: a Conflict where an organisation was added since as many were read. */
export function stillSoManyOrganisations(read: number): Write {
  return { expect: read, run: (db) => db.select({ id: organisations.id }).from(organisations) };
}

/** The same for the departments of an organisation. */
export function stillSoManyDepartments(organisationId: string, read: number): Write {
  return {
    expect: read,
    run: (db) =>
      db
        .select({ id: departments.id })
        .from(departments)
        .where(eq(departments.organisationId, organisationId)),
  };
}

type Asked = { readonly organisation: string; readonly at: string };

/** What keeps an organisation from being empty. */
export type Occupied = {
  /** Somebody is at it, or has worked there. */
  readonly settled: boolean;
  /** Two at most of the invitations that somebody accepted or may still accept. */
  readonly invited: readonly string[];
};

/** Whether somebody is at an organisation, has worked there, or is invited to it at that moment (ISO 8601 UTC). */
export async function loadOccupied(db: Db, { organisation, at }: Asked): Promise<Occupied> {
  const people = db
    .select({ id: memberships.id })
    .from(memberships)
    .where(eq(memberships.organisationId, organisation));
  const work = db
    .select({ id: assessments.id })
    .from(assessments)
    .where(eq(assessments.organisationId, organisation));
  const invited = db
    .select({ id: invitations.id })
    .from(invitations)
    .where(
      and(
        eq(invitations.organisationId, organisation),
        or(
          isNotNull(invitations.acceptedAt),
          and(isNull(invitations.revokedAt), gt(invitations.expiresAt, at)),
        ),
      ),
    );
  const [there, begun, asked] = await Promise.all([
    people.limit(1),
    work.limit(1),
    invited.limit(2),
  ]);
  return { settled: there.length + begun.length > 0, invited: asked.map(({ id }) => id) };
}

/** Whether nobody is there, was invited (but by the one that does not count) or has worked there: its first lead is to come. */
export function isUnoccupied({ settled, invited }: Occupied, except = ''): boolean {
  return !settled && invited.every((id) => id === except);
}

/** The same of an organisation, at this moment. */
export async function isEmptyOrganisation(
  db: Db,
  { except, ...asked }: Asked & { readonly except?: string },
): Promise<boolean> {
  return isUnoccupied(await loadOccupied(db, asked), except);
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
