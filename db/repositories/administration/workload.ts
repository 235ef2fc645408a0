// What is before the members of panels. Of a reviewer's work only that it was done is read here, and when.
import { asc, desc, eq, inArray, isNull, max, min } from 'drizzle-orm';
import type { Db } from '#db/store.ts';
import {
  decisions,
  interests,
  panelMembers,
  ratings,
  reviews,
  seals,
  seatChanges,
} from '#db/tables-review.ts';
import { rounds, user } from '#db/tables.ts';
import { submissions } from '#db/tables-together.ts';

/** Every submission that holds, newest first: its round, when it came, and when it was first decided. */
export async function listTurnaround(db: Db) {
  return db
    .select({
      roundId: submissions.roundId,
      round: rounds.name,
      submittedAt: submissions.submittedAt,
      decidedAt: min(decisions.decidedAt),
    })
    .from(submissions)
    .leftJoin(rounds, eq(rounds.id, submissions.roundId))
    .leftJoin(decisions, eq(decisions.submissionId, submissions.id))
    .where(isNull(submissions.withdrawnAt))
    .groupBy(submissions.id)
    .orderBy(desc(submissions.number));
}

type Share = { readonly reviewId: string; readonly userId: string };

function keyOf({ reviewId, userId }: Share): string {
  return `${reviewId} ${userId}`;
}

/** Everyone who sits on the panel of an open review, by name, and how far they are with it. */
export async function listWork(db: Db) {
  const seats = await listOpenSeats(db);
  const open = db.select({ id: reviews.id }).from(reviews).where(isNull(reviews.closedAt));
  const declared = await db
    .select({
      reviewId: interests.reviewId,
      userId: interests.userId,
      conflict: interests.conflict,
      at: interests.declaredAt,
    })
    .from(interests)
    .where(inArray(interests.reviewId, open));
  const worked = await db
    .select({ reviewId: ratings.reviewId, userId: ratings.userId, at: max(ratings.updatedAt) })
    .from(ratings)
    .where(inArray(ratings.reviewId, open))
    .groupBy(ratings.reviewId, ratings.userId);
  const sealed = await db
    .select({ reviewId: seals.reviewId, userId: seals.userId, at: seals.sealedAt })
    .from(seals)
    .where(inArray(seals.reviewId, open));
  const acts = Map.groupBy([...declared, ...worked, ...sealed], keyOf);
  const conflicts = new Map(declared.map((one) => [keyOf(one), one.conflict]));
  const sealedBy = new Set(sealed.map(keyOf));
  return seats.map((seat) => ({
    ...seat,
    /** null = not declared yet. */
    conflict: conflicts.get(keyOf(seat)) ?? null,
    sealed: sealedBy.has(keyOf(seat)),
    /** The last that this person did in the review; null = nothing yet. */
    lastAt: latestOf((acts.get(keyOf(seat)) ?? []).map(({ at }) => at)),
  }));
}

export type Work = Awaited<ReturnType<typeof listWork>>[number];

async function listOpenSeats(db: Db) {
  const taken = await db
    .select({
      reviewId: reviews.id,
      userId: user.id,
      name: user.name,
      seat: seatChanges.seat,
      replaces: seatChanges.memberId,
    })
    .from(reviews)
    .innerJoin(seatChanges, eq(seatChanges.reviewId, reviews.id))
    .innerJoin(user, eq(user.id, seatChanges.replacementId))
    .where(isNull(reviews.closedAt))
    .orderBy(asc(user.name), asc(user.id), asc(reviews.openedAt));
  const gone = new Set(
    taken.map(({ reviewId, replaces }) => keyOf({ reviewId, userId: replaces })),
  );
  const came = new Set(taken.map(keyOf));
  const seats = await listPanelSeats(db);
  return [...seats.filter((seat) => !came.has(keyOf(seat))), ...taken].filter(
    (seat) => !gone.has(keyOf(seat)),
  );
}

async function listPanelSeats(db: Db) {
  return db
    .select({
      reviewId: reviews.id,
      userId: panelMembers.userId,
      name: user.name,
      seat: panelMembers.seat,
    })
    .from(reviews)
    .innerJoin(panelMembers, eq(panelMembers.panelId, reviews.panelId))
    .innerJoin(user, eq(user.id, panelMembers.userId))
    .where(isNull(reviews.closedAt))
    .orderBy(asc(user.name), asc(user.id), asc(reviews.openedAt));
}

function latestOf(instants: readonly (string | null)[]): string | null {
  return (
    instants
      .filter((at) => at !== null)
      .toSorted()
      .at(-1) ?? null
  );
}
