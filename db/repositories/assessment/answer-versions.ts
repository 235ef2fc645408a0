// Every saved version of an answer, kept for its history; triggers refuse to change or delete one.
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { AnswerRow } from './assessments.ts';
import type { Db, Write } from '#db/store.ts';
import { user } from '#db/tables.ts';
import type { Kept } from '#app/domain/assessment/answer-sittings.ts';
import { answerVersions, keptVersions } from '#db/tables-together.ts';

export type AnswerVersionRow = typeof answerVersions.$inferSelect;

type Place = { readonly assessmentId: string; readonly criterion: string };

/**
 * Every version of one answer, oldest first, with the name of who saved it, null where that is gone, and how it
 * was meant to be kept, null where it was saved while somebody typed.
 */
export async function listAnswerVersions(db: Db, { assessmentId, criterion }: Place) {
  return db
    .select({ saved: answerVersions, by: user.name, how: keptVersions.how })
    .from(answerVersions)
    .leftJoin(user, eq(user.id, answerVersions.savedBy))
    .leftJoin(
      keptVersions,
      and(
        eq(keptVersions.assessmentId, answerVersions.assessmentId),
        eq(keptVersions.criterion, answerVersions.criterion),
        eq(keptVersions.version, answerVersions.version),
      ),
    )
    .where(
      and(eq(answerVersions.assessmentId, assessmentId), eq(answerVersions.criterion, criterion)),
    )
    .orderBy(asc(answerVersions.version));
}

/** Every saved narrative of an assessment, oldest first within its criterion. */
export async function listSavedNarratives(db: Db, assessmentIds: readonly string[]) {
  return db
    .select({
      assessmentId: answerVersions.assessmentId,
      criterion: answerVersions.criterion,
      narrative: answerVersions.narrative,
      savedBy: answerVersions.savedBy,
    })
    .from(answerVersions)
    .where(inArray(answerVersions.assessmentId, [...assessmentIds]))
    .orderBy(asc(answerVersions.criterion), asc(answerVersions.version));
}

/** One version of an answer; null where there is none. */
export async function loadAnswerVersion(
  db: Db,
  { assessmentId, criterion, version }: Place & { readonly version: number },
): Promise<AnswerVersionRow | null> {
  const [row] = await db
    .select()
    .from(answerVersions)
    .where(
      and(
        eq(answerVersions.assessmentId, assessmentId),
        eq(answerVersions.criterion, criterion),
        eq(answerVersions.version, version),
      ),
    );
  return row ?? null;
}

/** The version that `saveAnswer(row, readVersion)` saves, for the same list of writes. */
export function insertAnswerVersion(id: string, row: AnswerRow, readVersion: number): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .insert(answerVersions)
        .values({
          id,
          assessmentId: row.assessmentId,
          criterion: row.criterion,
          version: readVersion + 1,
          claimed: row.claimed,
          statements: row.statements,
          notApplicable: row.notApplicable,
          narrative: row.narrative,
          origin: row.origin,
          savedAt: row.updatedAt,
          savedBy: row.updatedBy,
        })
        .returning({ id: answerVersions.id }),
  };
}

/** Notes that this version of an answer is one to keep; once is enough. */
export function keepVersion(
  id: string,
  {
    assessmentId,
    criterion,
    version,
    how,
  }: Place & { readonly version: number; readonly how: Kept },
): Write {
  return {
    run: (db) =>
      db
        .insert(keptVersions)
        .values({ id, assessmentId, criterion, version, how })
        .onConflictDoNothing()
        .returning({ id: keptVersions.id }),
  };
}
