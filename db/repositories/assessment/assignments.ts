// Who has been asked to write which criterion.
import { and, asc, eq } from 'drizzle-orm';
import { type Among, among } from '#db/repositories/within-scope.ts';
import type { Db, Write } from '#db/store.ts';
import { user } from '#db/tables.ts';
import { assignments } from '#db/tables-together.ts';

export type Assignment = {
  readonly criterion: string;
  readonly userId: string;
  readonly name: string;
};

/** Every assignment of an assessment, by name. */
export async function listAssignments(
  db: Db,
  assessmentId: string,
): Promise<readonly Assignment[]> {
  return db
    .select({ criterion: assignments.criterion, userId: assignments.userId, name: user.name })
    .from(assignments)
    .innerJoin(user, eq(user.id, assignments.userId))
    .where(eq(assignments.assessmentId, assessmentId))
    .orderBy(asc(user.name), asc(assignments.criterion));
}

/** Who has been asked to write what in these assessments. */
export async function listAssignmentsIn(db: Db, which: Among) {
  return db
    .select({
      assessmentId: assignments.assessmentId,
      criterion: assignments.criterion,
      userId: assignments.userId,
    })
    .from(assignments)
    .where(among(db, assignments.assessmentId, which))
    .orderBy(asc(assignments.assessmentId), asc(assignments.criterion), asc(assignments.id));
}

/** A new assignment; one that is there already stays. */
export function insertAssignment(row: typeof assignments.$inferInsert): Write {
  return {
    run: (db) =>
      db.insert(assignments).values(row).onConflictDoNothing().returning({ id: assignments.id }),
  };
}

/** Takes a criterion off someone's list. */
export function deleteAssignment({
  assessmentId,
  criterion,
  userId,
}: {
  readonly assessmentId: string;
  readonly criterion: string;
  readonly userId: string;
}): Write {
  return {
    run: (db) =>
      db
        .delete(assignments)
        .where(
          and(
            eq(assignments.assessmentId, assessmentId),
            eq(assignments.criterion, criterion),
            eq(assignments.userId, userId),
          ),
        )
        .returning({ id: assignments.id }),
  };
}
