// Ways to a level that are kept under a name.
import { and, asc, eq } from 'drizzle-orm';
import type { Db, Write } from '#db/store.ts';
import { scenarios } from '#db/tables-work.ts';

export type ScenarioRow = typeof scenarios.$inferSelect;

/** Those of an assessment, the oldest first. */
export async function listScenarios(db: Db, assessmentId: string): Promise<readonly ScenarioRow[]> {
  return db
    .select()
    .from(scenarios)
    .where(eq(scenarios.assessmentId, assessmentId))
    .orderBy(asc(scenarios.createdAt), asc(scenarios.id));
}

/** A new one. */
export function insertScenario(row: ScenarioRow): Write {
  return {
    expect: 1,
    run: (db) => db.insert(scenarios).values(row).returning({ id: scenarios.id }),
  };
}

/** Takes one away; nothing where it is gone. */
export function deleteScenario({
  id,
  assessmentId,
}: Pick<ScenarioRow, 'id' | 'assessmentId'>): Write {
  return {
    run: (db) =>
      db
        .delete(scenarios)
        .where(and(eq(scenarios.id, id), eq(scenarios.assessmentId, assessmentId)))
        .returning({ id: scenarios.id }),
  };
}
