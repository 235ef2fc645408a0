// What an assessment says of the facts that its charter asks for. A fact that is not known any more keeps its row,
// with an empty value, so that versions only go up.
import { and, eq, gt, notExists } from 'drizzle-orm';
import type { Facts } from '#app/domain/charter/facts.ts';
import type { Db, Write } from '#db/store.ts';
import { assessmentFacts, assessments } from '#db/tables.ts';

export type FactRow = typeof assessmentFacts.$inferSelect;

/** What is known, by the id of the fact. */
export function factsIn(rows: readonly Pick<FactRow, 'fact' | 'value'>[]): Facts {
  return new Map(rows.flatMap(({ fact, value }) => (value === '' ? [] : [[fact, value] as const])));
}

/** The newest row, which says in which version the facts are; null = none was ever said. */
export function newestFact(rows: readonly FactRow[]): FactRow | null {
  return rows.toSorted((one, other) => other.version - one.version)[0] ?? null;
}

/** Saves these rows over the version that was read; 0 = nothing was said yet. */
export function saveFacts(
  assessmentId: string,
  rows: readonly Omit<FactRow, 'version' | 'assessmentId'>[],
  readVersion: number,
): readonly Write[] {
  const later = (db: Db) =>
    db
      .select({ id: assessmentFacts.id })
      .from(assessmentFacts)
      .where(
        and(
          eq(assessmentFacts.assessmentId, assessmentId),
          gt(assessmentFacts.version, readVersion),
        ),
      );
  return [
    {
      run: (db) =>
        db
          .select({ id: assessments.id })
          .from(assessments)
          .where(and(eq(assessments.id, assessmentId), notExists(later(db)))),
      expect: 1,
    },
    ...rows.map((row): Write => {
      const { value, updatedAt, updatedBy } = row;
      const version = readVersion + 1;
      return {
        run: (db) =>
          db
            .insert(assessmentFacts)
            .values({ ...row, assessmentId, version })
            .onConflictDoUpdate({
              target: [assessmentFacts.assessmentId, assessmentFacts.fact],
              set: { value, version, updatedAt, updatedBy },
            })
            .returning({ id: assessmentFacts.id }),
        expect: 1,
      };
    }),
  ];
}
