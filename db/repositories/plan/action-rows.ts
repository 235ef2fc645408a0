// The actions of an assessment's action plan, and what was noted on their progress.
import { and, count, desc, eq, lte, sql } from 'drizzle-orm';
import { MILESTONES, storedValue } from '#app/domain/formats/stored-text.ts';
import type { Milestone } from '#app/domain/plan/action.ts';
import type { Db, Write } from '#db/store.ts';
import { actions, assessments, user } from '#db/tables.ts';
import { actionProgress } from '#db/tables-together.ts';

type Row = typeof actions.$inferSelect;
type WithMilestones<R> = Omit<R, 'milestones'> & { readonly milestones: readonly Milestone[] };

export type ActionRow = WithMilestones<Row>;

/** The row with its milestones as a list. */
export function actionIn(row: Row): ActionRow {
  const place = { column: 'actions.milestones', id: row.id };
  return { ...row, milestones: storedValue(MILESTONES, row.milestones, place) };
}

/** What was noted on the actions of an assessment, by the objective of each. */
export async function listNotedStatuses(db: Db, assessmentId: string) {
  return db
    .select({
      objective: actions.objective,
      status: actionProgress.status,
      at: actionProgress.createdAt,
    })
    .from(actionProgress)
    .innerJoin(actions, eq(actions.id, actionProgress.actionId))
    .where(eq(actions.assessmentId, assessmentId));
}

/** A new action. */
export function insertAction(row: WithMilestones<typeof actions.$inferInsert>): Write {
  const values = { ...row, milestones: JSON.stringify(row.milestones) };
  return {
    run: (db) => db.insert(actions).values(values).returning({ id: actions.id }),
    expect: 1,
  };
}

/** The action's place in the plan; its version stays, because nothing that is typed has changed. */
export function placeAction({ id, assessmentId }: Place, position: number): Write {
  return {
    run: (db) =>
      db
        .update(actions)
        .set({ position })
        .where(and(eq(actions.id, id), eq(actions.assessmentId, assessmentId)))
        .returning({ id: actions.id }),
    expect: 1,
  };
}

type Place = Pick<Row, 'id' | 'assessmentId'>;

/** One note on the progress of an action. */
export function insertProgress(row: typeof actionProgress.$inferInsert): Write {
  return {
    run: (db) => db.insert(actionProgress).values(row).returning({ id: actionProgress.id }),
    expect: 1,
  };
}

/** What was noted on an action, newest first, with the name of who did; null where that is gone. */
export async function listProgress(db: Db, actionId: string) {
  return db
    .select({ progress: actionProgress, by: user.name })
    .from(actionProgress)
    .leftJoin(user, eq(user.id, actionProgress.createdBy))
    .where(eq(actionProgress.actionId, actionId))
    .orderBy(desc(actionProgress.createdAt), desc(actionProgress.id));
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
        .set({
          ...row,
          milestones: JSON.stringify(row.milestones),
          version: readVersion + 1,
        })
        .where(isVersion(row, readVersion))
        .returning({ id: actions.id }),
    expect: 1,
  };
}

/** Takes an action away in the version that was read. */
export function deleteAction(row: Place, readVersion: number): Write {
  return {
    run: (db) =>
      db.delete(actions).where(isVersion(row, readVersion)).returning({ id: actions.id }),
    expect: 1,
  };
}

function isVersion(row: Place, version: number) {
  return and(
    eq(actions.id, row.id),
    eq(actions.assessmentId, row.assessmentId),
    eq(actions.version, version),
  );
}
