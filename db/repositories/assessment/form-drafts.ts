// Forms that somebody has typed and not given yet: theirs alone.
import { and, eq, lt, sql } from 'drizzle-orm';
import type { Db, Write } from '#db/store.ts';
import { formDrafts } from '#db/tables-work.ts';

export type FormDraftRow = typeof formDrafts.$inferSelect;

type Place = Pick<FormDraftRow, 'userId' | 'assessmentId' | 'place'>;

function isAt({ userId, assessmentId, place }: Place) {
  return and(
    eq(formDrafts.userId, userId),
    eq(formDrafts.assessmentId, assessmentId),
    eq(formDrafts.place, place),
  );
}

/** The draft at a place; null = there is none. */
export async function loadFormDraft(db: Db, at: Place): Promise<FormDraftRow | null> {
  const [row] = await db.select().from(formDrafts).where(isAt(at));
  return row ?? null;
}

/** How many one person has in an assessment. */
export async function countFormDrafts(
  db: Db,
  { userId, assessmentId }: Omit<Place, 'place'>,
): Promise<number> {
  return db.$count(
    formDrafts,
    and(eq(formDrafts.userId, userId), eq(formDrafts.assessmentId, assessmentId)),
  );
}

/** Keeps a draft over the version that was read (0 = none was there): a Conflict otherwise. */
export function saveFormDraft(row: Omit<FormDraftRow, 'version'>, readVersion: number): Write {
  const { texts, updatedAt } = row;
  return {
    expect: 1,
    run: (db) =>
      readVersion === 0
        ? db
            .insert(formDrafts)
            .values({ ...row, version: 1 })
            .onConflictDoNothing()
            .returning({ id: formDrafts.id })
        : db
            .update(formDrafts)
            .set({ texts, updatedAt, version: sql`${formDrafts.version} + 1` })
            .where(and(isAt(row), eq(formDrafts.version, readVersion)))
            .returning({ id: formDrafts.id }),
  };
}

/** Takes the draft at a place away, where there is one. */
export function deleteFormDraft(at: Place): Write {
  return {
    run: (db) => db.delete(formDrafts).where(isAt(at)).returning({ id: formDrafts.id }),
  };
}

/** Takes away what nobody has touched since. */
export function deleteFormDraftsBefore(at: string): Write {
  return {
    run: (db) =>
      db.delete(formDrafts).where(lt(formDrafts.updatedAt, at)).returning({ id: formDrafts.id }),
  };
}
