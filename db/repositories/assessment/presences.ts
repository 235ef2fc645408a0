// Who has a criterion open at the moment. Rows are forgotten when nothing has been heard for a while.
import { and, asc, eq, gte, lt } from 'drizzle-orm';
import type { Db, Write } from '#db/store.ts';
import { user } from '#db/tables.ts';
import { presences } from '#db/tables-together.ts';

type Place = { readonly assessmentId: string; readonly criterion: string };

/** Who has been heard of since a moment, by name. */
export async function listPresent(
  db: Db,
  { assessmentId, criterion, since }: Place & { readonly since: string },
) {
  return db
    .select({ id: user.id, name: user.name })
    .from(presences)
    .innerJoin(user, eq(user.id, presences.userId))
    .where(
      and(
        eq(presences.assessmentId, assessmentId),
        eq(presences.criterion, criterion),
        gte(presences.seenAt, since),
      ),
    )
    .orderBy(asc(user.name), asc(user.id));
}

/** Someone is there at this moment. */
export function notePresence(
  { assessmentId, criterion }: Place,
  { userId, at }: { readonly userId: string; readonly at: string },
): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .insert(presences)
        .values({
          id: `${assessmentId} ${criterion} ${userId}`,
          assessmentId,
          criterion,
          userId,
          seenAt: at,
        })
        .onConflictDoUpdate({ target: presences.id, set: { seenAt: at } })
        .returning({ id: presences.id }),
  };
}

/** Forgets everyone who was last heard of before a moment. */
export function forgetAbsent(before: string): Write {
  return {
    run: (db) =>
      db.delete(presences).where(lt(presences.seenAt, before)).returning({ id: presences.id }),
  };
}
