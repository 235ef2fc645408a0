// Charter versions that may be started no longer, and how many assessments are on each version.
import { and, asc, count, eq, isNotNull, ne } from 'drizzle-orm';
import type { Db, Write } from '#db/store.ts';
import { assessments, departments, organisations } from '#db/tables.ts';
import { retiredCharters } from '#db/tables-awards.ts';

export type RetiredRow = typeof retiredCharters.$inferSelect;

/** Every retired version. */
export async function listRetired(db: Db): Promise<readonly RetiredRow[]> {
  return db.select().from(retiredCharters);
}

/** Whether this version (id@version) is retired. */
export async function isRetired(db: Db, charter: string): Promise<boolean> {
  const [row] = await db
    .select({ id: retiredCharters.id })
    .from(retiredCharters)
    .where(eq(retiredCharters.id, charter));
  return row !== undefined;
}

/** How many assessments are on each version, by id@version. */
export async function countByCharter(db: Db): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .select({ charter: assessments.charter, number: count() })
    .from(assessments)
    .where(isNotNull(assessments.departmentId))
    .groupBy(assessments.charter);
  return new Map(rows.map(({ charter, number }) => [charter, number]));
}

/** The assessments on a version that are not submitted, with their places. */
export async function listUnsubmittedOn(db: Db, charter: string) {
  return db
    .select({
      id: assessments.id,
      organisation: organisations.name,
      department: departments.name,
    })
    .from(assessments)
    .innerJoin(organisations, eq(organisations.id, assessments.organisationId))
    .innerJoin(departments, eq(departments.id, assessments.departmentId))
    .where(and(eq(assessments.charter, charter), ne(assessments.state, 'submitted')))
    .orderBy(asc(organisations.name), asc(departments.name), asc(assessments.id));
}

/** Retires a version; a Conflict where it is retired already. */
export function insertRetired(row: RetiredRow): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .insert(retiredCharters)
        .values(row)
        .onConflictDoNothing()
        .returning({ id: retiredCharters.id }),
  };
}

/** Offers a version again; a Conflict where it is not retired. */
export function deleteRetired(charter: string): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .delete(retiredCharters)
        .where(eq(retiredCharters.id, charter))
        .returning({ id: retiredCharters.id }),
  };
}
