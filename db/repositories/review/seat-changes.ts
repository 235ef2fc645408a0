// Seats of one review that were asked to be filled anew, and who took them.
import { and, asc, eq, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Db, Write } from '#db/store.ts';
import { user } from '#db/tables.ts';
import { seatChanges } from '#db/tables-review.ts';

export type SeatChangeRow = typeof seatChanges.$inferSelect;

/** Every change of a seat in a review, with the names of who sat there and who does; the oldest first. */
export async function listSeatChanges(db: Db, reviewId: string) {
  const replacement = alias(user, 'replacement');
  const rows = await db
    .select({
      change: seatChanges,
      name: user.name,
      replacement: replacement.name,
    })
    .from(seatChanges)
    .innerJoin(user, eq(user.id, seatChanges.memberId))
    .leftJoin(replacement, eq(replacement.id, seatChanges.replacementId))
    .where(eq(seatChanges.reviewId, reviewId))
    .orderBy(asc(seatChanges.askedAt), asc(seatChanges.replacedAt), asc(seatChanges.id));
  return rows.map(({ change, ...names }) => ({ ...change, ...names }));
}

export type SeatChange = Awaited<ReturnType<typeof listSeatChanges>>[number];

/** A chair asks, or an administrator acts unasked; once for each member. */
export function insertSeatChange(row: typeof seatChanges.$inferInsert): Write {
  return {
    expect: 1,
    run: (db) => db.insert(seatChanges).values(row).returning({ id: seatChanges.id }),
  };
}

/** A chair asks for what an administrator has done unasked: a Conflict where it was asked for. */
export function askLater(
  id: string,
  values: Pick<SeatChangeRow, 'askedBy' | 'askedAt' | 'askedReason'>,
): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(seatChanges)
        .set(values)
        .where(and(eq(seatChanges.id, id), isNull(seatChanges.askedBy)))
        .returning({ id: seatChanges.id }),
  };
}

/** Whoever took a seat has accepted it; nothing where they had before, or took none. */
export function acceptSeat(given: {
  readonly reviewId: string;
  readonly userId: string;
  readonly at: string;
}): Write {
  const { reviewId, userId, at } = given;
  return {
    run: (db) =>
      db
        .update(seatChanges)
        .set({ acceptedAt: at })
        .where(
          and(
            eq(seatChanges.reviewId, reviewId),
            eq(seatChanges.replacementId, userId),
            isNull(seatChanges.acceptedAt),
          ),
        )
        .returning({ id: seatChanges.id }),
  };
}

/** Somebody takes a seat that was asked for and that nobody has taken: a Conflict otherwise. */
export function fillSeat(
  id: string,
  values: Pick<
    SeatChangeRow,
    'replacementId' | 'statistics' | 'replacedBy' | 'replacedAt' | 'reason'
  >,
): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(seatChanges)
        .set(values)
        .where(and(eq(seatChanges.id, id), isNull(seatChanges.replacedAt)))
        .returning({ id: seatChanges.id }),
  };
}
