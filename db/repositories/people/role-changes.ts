// What the awarding body wants to be done where an organisation has nobody to give a role: it waits a day, and
// whoever answers for the organisation may object.
import { and, asc, eq, gt, isNull, like, lte, sql } from 'drizzle-orm';
import type { Db, Write } from '#db/store.ts';
import { departments, organisations, user } from '#db/tables.ts';
import { roleChanges } from '#db/tables-identity.ts';
import { outbox } from '#db/tables-together.ts';

export type RoleChangeRow = typeof roleChanges.$inferSelect;

/** One with the names of its places and of who asked; null where there is none. */
export async function loadRoleChange(db: Db, id: string) {
  const [row] = await named(db).where(eq(roleChanges.id, id));
  return row ?? null;
}

/** Those of an organisation that wait. */
export async function listWaitingChanges(db: Db, organisationId: string) {
  return named(db)
    .where(and(eq(roleChanges.organisationId, organisationId), waits()))
    .orderBy(asc(roleChanges.effectiveAt));
}

/** Those whose day is over. */
export async function listDueChanges(db: Db, at: string) {
  return named(db)
    .where(and(lte(roleChanges.effectiveAt, at), waits()))
    .orderBy(asc(roleChanges.effectiveAt));
}

function named(db: Db) {
  return db
    .select({
      change: roleChanges,
      organisation: organisations.name,
      department: departments.name,
      askedBy: user.name,
    })
    .from(roleChanges)
    .innerJoin(organisations, eq(organisations.id, roleChanges.organisationId))
    .leftJoin(departments, eq(departments.id, roleChanges.departmentId))
    .leftJoin(user, eq(user.id, roleChanges.askedBy))
    .$dynamic();
}

/** Whether a letter about it has gone out to somebody. */
export async function wasTold(db: Db, id: string): Promise<boolean> {
  const rows = await db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(like(outbox.key, `role-change ${id} %`), gt(outbox.sentAt, '')))
    .limit(1);
  return rows.length > 0;
}

/** A new one. */
export function insertRoleChange(row: typeof roleChanges.$inferInsert): Write {
  return {
    expect: 1,
    run: (db) => db.insert(roleChanges).values(row).returning({ id: roleChanges.id }),
  };
}

/** Undoes the list with this one where its organisation has another that waits. */
export function onlyWaitingChange({
  id,
  organisationId,
}: Pick<RoleChangeRow, 'id' | 'organisationId'>): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .select({ id: sql`count(*)` })
        .from(roleChanges)
        .where(and(eq(roleChanges.organisationId, organisationId), waits()))
        .having(sql`count(*) = 1 and max(${roleChanges.id}) = ${id}`),
  };
}

/** The invitation goes out; a Conflict where somebody has objected, or it went out. */
export function applyChange(id: string, at: string): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(roleChanges)
        .set({ appliedAt: at })
        .where(and(eq(roleChanges.id, id), waits()))
        .returning({ id: roleChanges.id }),
  };
}

/** Somebody objects, or takes it back; a Conflict where it is over. */
export function cancelChange(id: string, by: { at: string; actor: string }): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(roleChanges)
        .set({ cancelledAt: by.at, cancelledBy: by.actor })
        .where(and(eq(roleChanges.id, id), waits()))
        .returning({ id: roleChanges.id }),
  };
}

function waits() {
  return and(isNull(roleChanges.appliedAt), isNull(roleChanges.cancelledAt));
}
