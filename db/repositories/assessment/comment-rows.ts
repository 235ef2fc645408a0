// Comments on the criteria of an assessment.
import { and, asc, count, eq, gt, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Db, Write } from '#db/store.ts';
import { user } from '#db/tables.ts';
import { comments } from '#db/tables-together.ts';
import { type Among, among } from '#db/repositories/within-scope.ts';

export type CommentRow = typeof comments.$inferSelect;
type Place = { readonly assessmentId: string; readonly criterion: string };

const resolver = alias(user, 'resolver');

/** The comments on one criterion, oldest first, with the names of who wrote and who resolved them. */
export async function listComments(db: Db, { assessmentId, criterion }: Place) {
  return db
    .select({ comment: comments, by: user.name, resolvedBy: resolver.name })
    .from(comments)
    .leftJoin(user, eq(user.id, comments.createdBy))
    .leftJoin(resolver, eq(resolver.id, comments.resolvedBy))
    .where(and(eq(comments.assessmentId, assessmentId), eq(comments.criterion, criterion)))
    .orderBy(asc(comments.createdAt), asc(comments.id));
}

/** How many comments of an assessment are open, by criterion; none for none. */
export async function countOpenComments(
  db: Db,
  assessmentId: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .select({ criterion: comments.criterion, open: count() })
    .from(comments)
    .where(and(eq(comments.assessmentId, assessmentId), isNull(comments.resolvedAt)))
    .groupBy(comments.criterion);
  return new Map(rows.map(({ criterion, open }) => [criterion, open]));
}

/**
 * How many comments are open on each criterion of these assessments, for one reader: all, those that mention them and
 * they have written nothing since, and the others that somebody else wrote; none for none.
 */
export async function countOpenFor(db: Db, which: Among, userId: string) {
  const own = alias(comments, 'own');
  const answered = db
    .select({ id: own.id })
    .from(own)
    .where(
      and(
        eq(own.assessmentId, comments.assessmentId),
        eq(own.criterion, comments.criterion),
        eq(own.createdBy, userId),
        gt(own.createdAt, comments.createdAt),
      ),
    );
  const mentions = sql`(exists (select 1 from json_each(${comments.mentions}) where value = ${userId}) and not exists ${answered})`;
  return db
    .select({
      assessmentId: comments.assessmentId,
      criterion: comments.criterion,
      open: count(),
      mentions: sql<number>`sum(${mentions})`,
      byOthers: sql<number>`sum(${comments.createdBy} <> ${userId} and not ${mentions})`,
    })
    .from(comments)
    .where(and(among(db, comments.assessmentId, which), isNull(comments.resolvedAt)))
    .groupBy(comments.assessmentId, comments.criterion);
}

/** One comment of an assessment; null where there is none. */
export async function loadComment(
  db: Db,
  { assessmentId, id }: { readonly assessmentId: string; readonly id: string },
): Promise<CommentRow | null> {
  const [row] = await db
    .select()
    .from(comments)
    .where(and(eq(comments.id, id), eq(comments.assessmentId, assessmentId)));
  return row ?? null;
}

/** How many comments someone has written since a moment. */
export async function countCommentsBy(db: Db, userId: string, since: string): Promise<number> {
  const [row] = await db
    .select({ written: count() })
    .from(comments)
    .where(and(eq(comments.createdBy, userId), gt(comments.createdAt, since)));
  return row?.written ?? 0;
}

/** A new comment. */
export function insertComment(row: typeof comments.$inferInsert): Write {
  return {
    expect: 1,
    run: (db) => db.insert(comments).values(row).returning({ id: comments.id }),
  };
}

/** Marks a comment as dealt with, or as open again (null). */
export function setResolved(
  id: string,
  by: { readonly at: string; readonly actor: string } | null,
): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(comments)
        .set({ resolvedAt: by?.at ?? null, resolvedBy: by?.actor ?? null })
        .where(eq(comments.id, id))
        .returning({ id: comments.id }),
  };
}
