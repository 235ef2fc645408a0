// The counts behind the indicators of an assessment.
import { and, asc, eq } from 'drizzle-orm';
import type { Db, Write } from '#db/store.ts';
import { indicatorCounts } from '#db/tables.ts';

export type CountsRow = typeof indicatorCounts.$inferSelect;

/** The counts of an assessment, by indicator. */
export async function listCounts(db: Db, assessmentId: string): Promise<readonly CountsRow[]> {
  return db
    .select()
    .from(indicatorCounts)
    .where(eq(indicatorCounts.assessmentId, assessmentId))
    .orderBy(asc(indicatorCounts.indicator));
}

/** Saves counts over the version that was read; 0 = there were none. `row.version` is the new one. */
export function saveCounts(row: CountsRow, readVersion: number): Write {
  return {
    run: (db) =>
      readVersion === 0
        ? db
            .insert(indicatorCounts)
            .values(row)
            .onConflictDoNothing()
            .returning({ id: indicatorCounts.id })
        : db
            .update(indicatorCounts)
            .set(row)
            .where(isVersion(row, readVersion))
            .returning({ id: indicatorCounts.id }),
    expect: 1,
  };
}

/** Takes the counts away in the version that was read. */
export function deleteCounts(
  row: Pick<CountsRow, 'assessmentId' | 'indicator'>,
  readVersion: number,
): Write {
  return {
    run: (db) =>
      db
        .delete(indicatorCounts)
        .where(isVersion(row, readVersion))
        .returning({ id: indicatorCounts.id }),
    expect: 1,
  };
}

function isVersion(row: Pick<CountsRow, 'assessmentId' | 'indicator'>, version: number) {
  return and(
    eq(indicatorCounts.assessmentId, row.assessmentId),
    eq(indicatorCounts.indicator, row.indicator),
    eq(indicatorCounts.version, version),
  );
}
