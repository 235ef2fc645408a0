// By when each criterion is to be written, and how the review of its answer stands.
import { eq } from 'drizzle-orm';
import { type Among, among } from '#db/repositories/within-scope.ts';
import type { Db, Write } from '#db/store.ts';
import { criterionPlans } from '#db/tables-work.ts';

export type CriterionPlanRow = typeof criterionPlans.$inferSelect;

/** Those of one assessment. */
export async function listCriterionPlans(
  db: Db,
  assessmentId: string,
): Promise<readonly CriterionPlanRow[]> {
  return db.select().from(criterionPlans).where(eq(criterionPlans.assessmentId, assessmentId));
}

/** Those of all these assessments. */
export async function listCriterionPlansIn(
  db: Db,
  which: Among,
): Promise<readonly CriterionPlanRow[]> {
  return db
    .select()
    .from(criterionPlans)
    .where(among(db, criterionPlans.assessmentId, which));
}

type Written = Omit<CriterionPlanRow, 'dueOn' | 'review' | 'answerVersion'>;

/** Sets the day of a criterion; its review stays. */
export function saveDueDay(row: Written & Pick<CriterionPlanRow, 'dueOn'>): Write {
  const { dueOn, updatedAt, updatedBy } = row;
  return saved({ ...row, review: null, answerVersion: 0 }, { dueOn, updatedAt, updatedBy });
}

/** Sets the review of a criterion; its day stays. */
export function saveReview(
  row: Written & Pick<CriterionPlanRow, 'review' | 'answerVersion'>,
): Write {
  const { review, answerVersion, updatedAt, updatedBy } = row;
  return saved({ ...row, dueOn: null }, { review, answerVersion, updatedAt, updatedBy });
}

function saved(row: CriterionPlanRow, set: Partial<CriterionPlanRow>): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .insert(criterionPlans)
        .values(row)
        .onConflictDoUpdate({
          target: [criterionPlans.assessmentId, criterionPlans.criterion],
          set,
        })
        .returning({ id: criterionPlans.id }),
  };
}
