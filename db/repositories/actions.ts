// The actions of an assessment's action plan.
import { and, count, eq, lte, sql } from 'drizzle-orm';
import type { Write } from '#db/store.ts';
import { actions, assessments } from '#db/tables.ts';

export type ActionRow = typeof actions.$inferSelect;

/** A new action. */
export function insertAction(row: typeof actions.$inferInsert): Write {
  return { run: (db) => db.insert(actions).values(row).returning({ id: actions.id }), expect: 1 };
}

/** Undoes the list where the plan has more actions than it may have. */
export function atMostActions(assessmentId: string, most: number): Write {
  return {
    run: (db) => {
      const held = db
        .select({ actions: count() })
        .from(actions)
        .where(eq(actions.assessmentId, assessmentId));
      return db
        .select({ id: assessments.id })
        .from(assessments)
        .where(and(eq(assessments.id, assessmentId), lte(sql`(${held})`, most)));
    },
    expect: 1,
  };
}

/** Saves an action over the version that was read. */
export function updateAction(row: ActionRow, readVersion: number): Write {
  return {
    run: (db) =>
      db
        .update(actions)
        .set({ ...row, version: readVersion + 1 })
        .where(isVersion(row, readVersion))
        .returning({ id: actions.id }),
    expect: 1,
  };
}

/** Takes an action away in the version that was read. */
export function deleteAction(row: ActionRow, readVersion: number): Write {
  return {
    run: (db) =>
      db.delete(actions).where(isVersion(row, readVersion)).returning({ id: actions.id }),
    expect: 1,
  };
}

function isVersion(row: Pick<ActionRow, 'id' | 'assessmentId'>, version: number) {
  return and(
    eq(actions.id, row.id),
    eq(actions.assessmentId, row.assessmentId),
    eq(actions.version, version),
  );
}
