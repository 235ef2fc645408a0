// What somebody on a panel has typed in the meeting and not given yet: theirs alone.
import { and, eq, sql } from 'drizzle-orm';
import {
  type DraftRead,
  type DraftTexts,
  draftOf,
  type OwnPlace,
} from '#app/domain/review/meeting-draft.ts';
import { boxTexts } from '#app/domain/review/draft-boxes.ts';
import type { Db, Write } from '#db/store.ts';
import { reviewDrafts } from '#db/tables-review.ts';
import { type ConsensusRow, listConsensus } from './rating-rows.ts';

type DraftRow = typeof reviewDrafts.$inferSelect;
type Place = Pick<DraftRow, 'reviewId' | 'userId' | 'place'>;

/** The draft of one person at one place; null = there never was one. */
async function loadReviewDraft(
  db: Db,
  { reviewId, userId, place }: Place,
): Promise<DraftRow | null> {
  const [row] = await db
    .select()
    .from(reviewDrafts)
    .where(
      and(
        eq(reviewDrafts.reviewId, reviewId),
        eq(reviewDrafts.userId, userId),
        eq(reviewDrafts.place, place),
      ),
    );
  return row ?? null;
}

/**
 * Keeps a draft over the version that was read (0 = none was there): a Conflict otherwise. A row stays once
 * its texts are given, so that its versions are never counted anew.
 */
export function saveReviewDraft(row: Omit<DraftRow, 'version'>, readVersion: number): Write {
  const { texts, updatedAt } = row;
  return {
    expect: 1,
    run: (db) =>
      readVersion === 0
        ? db
            .insert(reviewDrafts)
            .values({ ...row, version: 1 })
            .onConflictDoNothing()
            .returning({ id: reviewDrafts.id })
        : db
            .update(reviewDrafts)
            .set({ texts, updatedAt, version: sql`${reviewDrafts.version} + 1` })
            .where(
              and(
                eq(reviewDrafts.reviewId, row.reviewId),
                eq(reviewDrafts.userId, row.userId),
                eq(reviewDrafts.place, row.place),
                eq(reviewDrafts.version, readVersion),
              ),
            )
            .returning({ id: reviewDrafts.id }),
  };
}

/** What stands at a place for one person. */
export type StandingDraft = {
  readonly id: string | null;
  /** The draft; empty where there is none, or it was given. */
  readonly texts: DraftTexts;
  /** What is agreed, as the form has it; empty where nothing is. */
  readonly agreed: DraftTexts;
  readonly now: DraftRead;
};

/** The draft of one person at a place, and what is agreed there. */
export async function standingDraft(db: Db, own: OwnPlace): Promise<StandingDraft> {
  const row = await loadReviewDraft(db, own);
  const rows = own.agrees ? await listConsensus(db, own.reviewId) : [];
  const agreed = rows.find(({ criterion }) => criterion === own.place);
  return {
    id: row?.id ?? null,
    texts: row === null ? {} : draftOf(JSON.parse(row.texts)),
    agreed: agreed === undefined ? {} : agreedTexts(agreed),
    now: { draft: row?.version ?? 0, agreed: agreed?.version ?? 0 },
  };
}

function agreedTexts(row: ConsensusRow): DraftTexts {
  const { rating, statements, reason, commendation, recommendation, requirement } = row;
  const choice = String(rating ?? 'not-applicable');
  const boxes = statements === null ? { choice } : boxTexts({ choice: rating, ticked: statements });
  return { ...boxes, reason, commendation, recommendation, requirement };
}
