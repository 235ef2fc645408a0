// Panels, their members, and where members say that they have worked.
import { and, asc, count, eq, exists, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { PANEL_ROLES } from '#app/domain/policy/actor.ts';
import type { Db, Write } from '#db/store.ts';
import { memberships, organisations, user } from '#db/tables.ts';
import { panelMembers, panels, pastEmployments, reviews, seatChanges } from '#db/tables-review.ts';

export type PanelRow = typeof panels.$inferSelect;

/** Every panel, newest first. */
export async function listPanels(db: Db): Promise<readonly PanelRow[]> {
  return db
    .select()
    .from(panels)
    .orderBy(sql`${panels.createdAt} desc`);
}

/** How many members each panel has, and how many reviews that are open; none for none. */
export async function countOfPanels(db: Db) {
  const members = await db
    .select({ panelId: panelMembers.panelId, found: count() })
    .from(panelMembers)
    .groupBy(panelMembers.panelId);
  const open = await db
    .select({ panelId: reviews.panelId, found: count() })
    .from(reviews)
    .where(isNull(reviews.closedAt))
    .groupBy(reviews.panelId);
  const byPanel = (rows: typeof members) =>
    new Map(rows.map(({ panelId, found }) => [panelId, found]));
  return { members: byPanel(members), open: byPanel(open) };
}

/** One panel; null = there is none. */
export async function loadPanel(db: Db, id: string): Promise<PanelRow | null> {
  const [row] = await db.select().from(panels).where(eq(panels.id, id));
  return row ?? null;
}

/**
 * The members of a panel with their names, the chair first, and whether they still hold a role that panels
 * need.
 */
export async function listMembers(db: Db, panelId: string) {
  return listMembersOf(db, [panelId]);
}

/** The same for several panels. */
export async function listMembersOf(db: Db, panelIds: readonly string[]) {
  return db
    .select({
      id: panelMembers.id,
      panelId: panelMembers.panelId,
      userId: panelMembers.userId,
      name: user.name,
      email: user.email,
      seat: panelMembers.seat,
      statistics: panelMembers.statistics,
      sits: sql`${exists(panelRoles(db))}`.mapWith(Boolean),
    })
    .from(panelMembers)
    .innerJoin(user, eq(user.id, panelMembers.userId))
    .where(inArray(panelMembers.panelId, [...panelIds]))
    .orderBy(
      sql`case ${panelMembers.seat} when 'chair' then 0 when 'reviewer' then 1 else 2 end`,
      asc(user.name),
    );
}

/** Who took a seat in these reviews, as members of their panels, and from whom. */
export async function listTakenSeats(db: Db, reviewIds: readonly string[]) {
  return db
    .select({
      id: seatChanges.id,
      reviewId: seatChanges.reviewId,
      userId: user.id,
      name: user.name,
      email: user.email,
      seat: seatChanges.seat,
      statistics: seatChanges.statistics,
      sits: sql`${exists(panelRoles(db))}`.mapWith(Boolean),
      replaces: seatChanges.memberId,
      acceptedAt: seatChanges.acceptedAt,
    })
    .from(seatChanges)
    .innerJoin(user, eq(user.id, seatChanges.replacementId))
    .where(and(inArray(seatChanges.reviewId, [...reviewIds]), isNotNull(seatChanges.replacedAt)))
    .orderBy(asc(user.name));
}

/** The roles that panels need of the person in the query around it. */
function panelRoles(db: Db) {
  return db
    .select({ one: sql`1` })
    .from(memberships)
    .where(and(eq(memberships.userId, user.id), inArray(memberships.role, PANEL_ROLES)));
}

export type MemberRow = Omit<Awaited<ReturnType<typeof listMembers>>[number], 'panelId'>;

/** People who can be asked to sit on a panel, with the roles that allow it. */
export async function listCandidates(db: Db) {
  return db
    .select({ id: user.id, name: user.name, role: memberships.role })
    .from(memberships)
    .innerJoin(user, eq(user.id, memberships.userId))
    .where(inArray(memberships.role, PANEL_ROLES))
    .orderBy(asc(user.name));
}

/** A new panel. */
export function insertPanel(row: typeof panels.$inferInsert): Write {
  return {
    expect: 1,
    run: (db) => db.insert(panels).values(row).returning({ id: panels.id }),
  };
}

/** A new member of a panel. */
export function insertMember(row: typeof panelMembers.$inferInsert): Write {
  return {
    expect: 1,
    run: (db) => db.insert(panelMembers).values(row).returning({ id: panelMembers.id }),
  };
}

/** A member leaves a panel. */
export function deleteMember(panelId: string, userId: string): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .delete(panelMembers)
        .where(and(eq(panelMembers.panelId, panelId), eq(panelMembers.userId, userId)))
        .returning({ id: panelMembers.id }),
  };
}

/** Counts up a panel that is still as it was read: a Conflict otherwise. */
export function touchPanel({ id, version }: Pick<PanelRow, 'id' | 'version'>): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(panels)
        .set({ version: sql`${panels.version} + 1` })
        .where(and(eq(panels.id, id), eq(panels.version, version)))
        .returning({ id: panels.id }),
  };
}

/** Where these people say that they have worked. */
export async function listPastEmployments(db: Db, userIds: readonly string[]) {
  return db
    .select({
      id: pastEmployments.id,
      userId: pastEmployments.userId,
      organisationId: pastEmployments.organisationId,
      organisation: organisations.name,
    })
    .from(pastEmployments)
    .innerJoin(organisations, eq(organisations.id, pastEmployments.organisationId))
    .where(inArray(pastEmployments.userId, [...userIds]))
    .orderBy(asc(organisations.name));
}

/** Where these people work now, by their roles there. */
export async function listPresentPlaces(db: Db, userIds: readonly string[]) {
  const rows = await db
    .selectDistinct({ userId: memberships.userId, organisationId: memberships.organisationId })
    .from(memberships)
    .where(inArray(memberships.userId, [...userIds]));
  return rows.flatMap(({ userId, organisationId }) =>
    organisationId === null ? [] : [{ userId, organisationId }],
  );
}

/** Another organisation where somebody has worked; once. */
export function insertPastEmployment(row: typeof pastEmployments.$inferInsert): Write {
  return {
    run: (db) =>
      db
        .insert(pastEmployments)
        .values(row)
        .onConflictDoNothing()
        .returning({ id: pastEmployments.id }),
  };
}

/** Somebody takes back that they have worked there. */
export function deletePastEmployment(userId: string, id: string): Write {
  return {
    run: (db) =>
      db
        .delete(pastEmployments)
        .where(and(eq(pastEmployments.userId, userId), eq(pastEmployments.id, id)))
        .returning({ id: pastEmployments.id }),
  };
}
