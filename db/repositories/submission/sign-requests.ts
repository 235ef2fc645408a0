// What leads ask sponsors to sign, and what came of it. A request is only ever closed, never changed.
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Db, Write } from '#db/store.ts';
import { assessments, user } from '#db/tables.ts';
import { signRequests } from '#db/tables-together.ts';
import { type Among, among } from '#db/repositories/within-scope.ts';

export type SignRequestRow = typeof signRequests.$inferSelect;

/** The newest request of an assessment; null = nobody has asked yet. */
export async function loadSignRequest(
  db: Db,
  assessmentId: string,
): Promise<SignRequestRow | null> {
  const [row] = await db
    .select()
    .from(signRequests)
    .where(eq(signRequests.assessmentId, assessmentId))
    .orderBy(desc(signRequests.askedAt), desc(signRequests.id));
  return row ?? null;
}

const asker = alias(user, 'asker');
const closer = alias(user, 'closer');

/** The requests of these assessments, newest first, with the names of who asked and closed; null = gone. */
export async function listSignRequests(db: Db, which: Among) {
  return db
    .select({
      assessmentId: signRequests.assessmentId,
      message: signRequests.message,
      askedAt: signRequests.askedAt,
      askedBy: asker.name,
      outcome: signRequests.outcome,
      comments: signRequests.comments,
      closedAt: signRequests.closedAt,
      closedBy: closer.name,
    })
    .from(signRequests)
    .leftJoin(asker, eq(asker.id, signRequests.askedBy))
    .leftJoin(closer, eq(closer.id, signRequests.closedBy))
    .where(among(db, signRequests.assessmentId, which))
    .orderBy(desc(signRequests.askedAt), desc(signRequests.id));
}

export type SignRequest = Awaited<ReturnType<typeof listSignRequests>>[number];

/** A new request; undoes the list where one waits already. */
export function insertSignRequest(row: typeof signRequests.$inferInsert): readonly Write[] {
  return [
    {
      expect: 1,
      run: (db) =>
        db
          .select({ id: assessments.id })
          .from(assessments)
          .where(
            and(
              eq(assessments.id, row.assessmentId),
              sql`not exists (select 1 from ${signRequests} where ${signRequests.assessmentId} = ${row.assessmentId} and ${signRequests.closedAt} is null)`,
            ),
          ),
    },
    {
      expect: 1,
      run: (db) => db.insert(signRequests).values(row).returning({ id: signRequests.id }),
    },
  ];
}

/** Closes a request that waits: a Conflict otherwise. */
export function closeSignRequest(
  id: string,
  values: Pick<SignRequestRow, 'outcome' | 'comments' | 'closedAt' | 'closedBy'>,
): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(signRequests)
        .set(values)
        .where(and(eq(signRequests.id, id), isNull(signRequests.closedAt)))
        .returning({ id: signRequests.id }),
  };
}
