// Facts as a panel agreed them in its discussion.
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Db, Write } from '#db/store.ts';
import { agreedFacts } from '#db/tables-review.ts';

export type AgreedFactRow = typeof agreedFacts.$inferSelect;

/** Every fact that the panel of a review agreed otherwise, or looked at again. */
export async function listAgreedFacts(db: Db, reviewId: string): Promise<readonly AgreedFactRow[]> {
  return db
    .select()
    .from(agreedFacts)
    .where(eq(agreedFacts.reviewId, reviewId))
    .orderBy(asc(agreedFacts.fact));
}

/** Saves what is agreed over the version that was read (0 = none was there): a Conflict otherwise. */
export function saveAgreedFact(row: Omit<AgreedFactRow, 'version'>, readVersion: number): Write {
  const { value, reason, updatedAt, updatedBy } = row;
  const version = sql`${agreedFacts.version} + 1`;
  return {
    expect: 1,
    run: (db) =>
      readVersion === 0
        ? db
            .insert(agreedFacts)
            .values({ ...row, version: 1 })
            .onConflictDoNothing()
            .returning({ id: agreedFacts.id })
        : db
            .update(agreedFacts)
            .set({ value, reason, updatedAt, updatedBy, version })
            .where(
              and(
                eq(agreedFacts.reviewId, row.reviewId),
                eq(agreedFacts.fact, row.fact),
                eq(agreedFacts.version, readVersion),
              ),
            )
            .returning({ id: agreedFacts.id }),
  };
}
