// What reviewers give each criterion, what they say in the discussion, and what they agree.
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Db, Write } from '#db/store.ts';
import { user } from '#db/tables.ts';
import { consensusRatings, ratings, reviewNotes } from '#db/tables-review.ts';

export type RatingRow = typeof ratings.$inferSelect;
export type ConsensusRow = typeof consensusRatings.$inferSelect;

/** The ratings of one reviewer. */
export async function listRatingsBy(
  db: Db,
  { reviewId, userId }: { readonly reviewId: string; readonly userId: string },
): Promise<readonly RatingRow[]> {
  return db
    .select()
    .from(ratings)
    .where(and(eq(ratings.reviewId, reviewId), eq(ratings.userId, userId)));
}

/** The ratings of one reviewer in these reviews. */
export async function listRatingsIn(
  db: Db,
  { reviewIds, userId }: { readonly reviewIds: readonly string[]; readonly userId: string },
) {
  return db
    .select({
      reviewId: ratings.reviewId,
      criterion: ratings.criterion,
      rating: ratings.rating,
      notApplicable: ratings.notApplicable,
      reason: ratings.reason,
    })
    .from(ratings)
    .where(and(inArray(ratings.reviewId, [...reviewIds]), eq(ratings.userId, userId)));
}

/** The ratings of everyone; only for those who may see them. */
export async function listRatings(db: Db, reviewId: string) {
  return db
    .select({ rating: ratings, name: user.name })
    .from(ratings)
    .innerJoin(user, eq(user.id, ratings.userId))
    .where(eq(ratings.reviewId, reviewId))
    .orderBy(asc(user.name));
}

/** Saves a rating over the version that was read (0 = none was there): a Conflict otherwise. */
export function saveRating(row: Omit<RatingRow, 'version'>, readVersion: number): Write {
  const { rating, statements, notApplicable, reason, updatedAt } = row;
  return {
    expect: 1,
    run: (db) =>
      readVersion === 0
        ? db
            .insert(ratings)
            .values({ ...row, version: 1 })
            .onConflictDoNothing()
            .returning({ id: ratings.id })
        : db
            .update(ratings)
            .set({
              rating,
              statements,
              notApplicable,
              reason,
              updatedAt,
              version: sql`${ratings.version} + 1`,
            })
            .where(
              and(
                eq(ratings.reviewId, row.reviewId),
                eq(ratings.userId, row.userId),
                eq(ratings.criterion, row.criterion),
                eq(ratings.version, readVersion),
              ),
            )
            .returning({ id: ratings.id }),
  };
}

/** What was said in the discussion, oldest first. */
export async function listNotes(db: Db, reviewId: string) {
  return db
    .select({
      id: reviewNotes.id,
      criterion: reviewNotes.criterion,
      text: reviewNotes.text,
      at: reviewNotes.createdAt,
      name: user.name,
    })
    .from(reviewNotes)
    .innerJoin(user, eq(user.id, reviewNotes.createdBy))
    .where(eq(reviewNotes.reviewId, reviewId))
    .orderBy(asc(reviewNotes.createdAt), asc(reviewNotes.id));
}

/** A note in the discussion. */
export function insertNote(row: typeof reviewNotes.$inferInsert): Write {
  return {
    expect: 1,
    run: (db) => db.insert(reviewNotes).values(row).returning({ id: reviewNotes.id }),
  };
}

/** What is agreed so far. */
export async function listConsensus(db: Db, reviewId: string): Promise<readonly ConsensusRow[]> {
  return db.select().from(consensusRatings).where(eq(consensusRatings.reviewId, reviewId));
}

/** Saves what is agreed over the version that was read (0 = none was there): a Conflict otherwise. */
export function saveConsensus(row: Omit<ConsensusRow, 'version'>, readVersion: number): Write {
  const { rating, statements, reason, commendation, recommendation, requirement } = row;
  const { updatedAt, updatedBy } = row;
  return {
    expect: 1,
    run: (db) =>
      readVersion === 0
        ? db
            .insert(consensusRatings)
            .values({ ...row, version: 1 })
            .onConflictDoNothing()
            .returning({ id: consensusRatings.id })
        : db
            .update(consensusRatings)
            .set({
              rating,
              statements,
              reason,
              commendation,
              recommendation,
              requirement,
              updatedAt,
              updatedBy,
              version: sql`${consensusRatings.version} + 1`,
            })
            .where(
              and(
                eq(consensusRatings.reviewId, row.reviewId),
                eq(consensusRatings.criterion, row.criterion),
                eq(consensusRatings.version, readVersion),
              ),
            )
            .returning({ id: consensusRatings.id }),
  };
}
