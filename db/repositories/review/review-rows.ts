// Reviews of submissions: which submission is before which panel, interests declared, ratings sealed.
import { and, asc, desc, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Db, Write } from '#db/store.ts';
import { departments, organisations, assessments } from '#db/tables.ts';
import { interests, panelMembers, panels, reviews, seals, seatChanges } from '#db/tables-review.ts';
import { signatures, submissions } from '#db/tables-together.ts';

export type ReviewRow = typeof reviews.$inferSelect;

/** One review with what it is about; null = there is none. */
export async function loadReview(db: Db, id: string) {
  const [row] = await db
    .select({
      review: reviews,
      panel: panels.name,
      submission: submissions,
      sponsorId: signatures.userId,
      sponsor: signatures.name,
      charterName: assessments.charter,
      targetLevel: assessments.targetLevel,
      renews: assessments.renews,
      organisation: organisations.name,
      department: departments.name,
      departmentId: departments.id,
    })
    .from(reviews)
    .innerJoin(panels, eq(panels.id, reviews.panelId))
    .innerJoin(submissions, eq(submissions.id, reviews.submissionId))
    .innerJoin(signatures, eq(signatures.id, submissions.signatureId))
    .innerJoin(assessments, eq(assessments.id, reviews.assessmentId))
    .innerJoin(departments, eq(departments.id, assessments.departmentId))
    .innerJoin(organisations, eq(organisations.id, reviews.organisationId))
    .where(eq(reviews.id, id));
  return row ?? null;
}

export type LoadedReview = NonNullable<Awaited<ReturnType<typeof loadReview>>>;

/** Those with these ids; or those in which ratings are due by a date. */
export type AskedReviews = { readonly ids?: readonly string[]; readonly due?: boolean };

const isDue = and(
  isNull(reviews.closedAt),
  isNull(reviews.discussionOpenedAt),
  isNotNull(reviews.ratingsDueAt),
);

/**
 * The reviews of a person’s panels and those in which they took a seat, or those of them that are asked for, the
 * oldest open one first; with their own seat, whether somebody else has taken it, what they declared (null =
 * nothing yet) and whether they have sealed.
 */
export async function listReviewsOf(db: Db, userId: string, { ids, due = false }: AskedReviews) {
  const taken = alias(seatChanges, 'taken');
  const left = alias(seatChanges, 'left');
  const rows = await db
    .select({
      review: reviews,
      number: submissions.number,
      sponsorId: signatures.userId,
      charterName: assessments.charter,
      organisation: organisations.name,
      department: departments.name,
      seat: sql<string>`coalesce(${taken.seat}, ${panelMembers.seat})`,
      leftAt: left.replacedAt,
      declaredConflict: interests.conflict,
      sealId: seals.id,
    })
    .from(reviews)
    .leftJoin(
      panelMembers,
      and(eq(panelMembers.panelId, reviews.panelId), eq(panelMembers.userId, userId)),
    )
    .leftJoin(taken, and(eq(taken.reviewId, reviews.id), eq(taken.replacementId, userId)))
    .leftJoin(left, and(eq(left.reviewId, reviews.id), eq(left.memberId, userId)))
    .innerJoin(submissions, eq(submissions.id, reviews.submissionId))
    .innerJoin(signatures, eq(signatures.id, submissions.signatureId))
    .innerJoin(assessments, eq(assessments.id, reviews.assessmentId))
    .innerJoin(departments, eq(departments.id, assessments.departmentId))
    .innerJoin(organisations, eq(organisations.id, reviews.organisationId))
    .leftJoin(interests, and(eq(interests.reviewId, reviews.id), eq(interests.userId, userId)))
    .leftJoin(seals, and(eq(seals.reviewId, reviews.id), eq(seals.userId, userId)))
    .where(
      and(
        or(isNotNull(panelMembers.id), isNotNull(taken.id)),
        ids === undefined ? undefined : inArray(reviews.id, [...ids]),
        due ? isDue : undefined,
      ),
    )
    .orderBy(asc(reviews.closedAt), asc(reviews.openedAt), asc(reviews.id));
  return rows.map(({ declaredConflict, sealId, leftAt, ...row }) => ({
    ...row,
    replaced: leftAt !== null,
    declared: declaredConflict === null ? null : { conflict: declaredConflict },
    sealed: sealId !== null,
  }));
}

/** The reviews of a panel with what they are about, newest first. */
export async function listReviewsOfPanel(db: Db, panelId: string) {
  return db
    .select({
      review: reviews,
      sponsorId: signatures.userId,
      number: submissions.number,
      organisation: organisations.name,
      department: departments.name,
    })
    .from(reviews)
    .innerJoin(submissions, eq(submissions.id, reviews.submissionId))
    .innerJoin(signatures, eq(signatures.id, submissions.signatureId))
    .innerJoin(assessments, eq(assessments.id, reviews.assessmentId))
    .innerJoin(departments, eq(departments.id, assessments.departmentId))
    .innerJoin(organisations, eq(organisations.id, reviews.organisationId))
    .where(eq(reviews.panelId, panelId))
    .orderBy(desc(reviews.openedAt), asc(reviews.id));
}

/** Every review of an assessment, newest first. */
export async function listReviewsOfAssessment(db: Db, assessmentId: string) {
  return db
    .select()
    .from(reviews)
    .where(eq(reviews.assessmentId, assessmentId))
    .orderBy(desc(reviews.openedAt));
}

/** The reviews in which ratings are due by a date, and when; with who signed what is rated. */
export async function listRatingReviews(db: Db) {
  const rows = await db
    .select({ review: reviews, sponsorId: signatures.userId })
    .from(reviews)
    .innerJoin(submissions, eq(submissions.id, reviews.submissionId))
    .innerJoin(signatures, eq(signatures.id, submissions.signatureId))
    .where(and(isNull(reviews.discussionOpenedAt), isNotNull(reviews.ratingsDueAt)))
    .orderBy(asc(reviews.ratingsDueAt), asc(reviews.id));
  return rows.map((row) => ({ ...row, dueAt: row.review.ratingsDueAt ?? '' }));
}

/** Submissions that hold and that no panel has, oldest first. */
export async function listUnassigned(db: Db) {
  return db
    .select({
      id: submissions.id,
      number: submissions.number,
      submittedAt: submissions.submittedAt,
      organisation: organisations.name,
      department: departments.name,
      charter: assessments.charter,
    })
    .from(submissions)
    .innerJoin(assessments, eq(assessments.id, submissions.assessmentId))
    .innerJoin(departments, eq(departments.id, assessments.departmentId))
    .innerJoin(organisations, eq(organisations.id, assessments.organisationId))
    .leftJoin(reviews, eq(reviews.submissionId, submissions.id))
    .where(and(isNull(submissions.withdrawnAt), isNull(reviews.id)))
    .orderBy(asc(submissions.submittedAt));
}

/** A submission with its assessment and the sponsor who signed it; null = there is none. */
export async function loadSubmission(db: Db, id: string) {
  const [row] = await db
    .select({ submission: submissions, assessment: assessments, sponsorId: signatures.userId })
    .from(submissions)
    .innerJoin(assessments, eq(assessments.id, submissions.assessmentId))
    .innerJoin(signatures, eq(signatures.id, submissions.signatureId))
    .where(eq(submissions.id, id));
  return row ?? null;
}

/** A new review. */
export function insertReview(row: typeof reviews.$inferInsert): Write {
  return {
    expect: 1,
    run: (db) => db.insert(reviews).values(row).returning({ id: reviews.id }),
  };
}

/** Changes a review that is still as it was read: a Conflict otherwise. */
export function updateReview(
  read: Pick<ReviewRow, 'id' | 'version'>,
  values: Partial<Pick<ReviewRow, 'discussionOpenedAt' | 'closedAt' | 'ratingsDueAt'>>,
): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(reviews)
        .set({ ...values, version: sql`${reviews.version} + 1` })
        .where(and(eq(reviews.id, read.id), eq(reviews.version, read.version)))
        .returning({ id: reviews.id }),
  };
}

/** Who has declared interests in a review of this panel, and so has begun. */
export async function listBegun(db: Db, panelId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ userId: interests.userId })
    .from(interests)
    .innerJoin(reviews, eq(reviews.id, interests.reviewId))
    .where(eq(reviews.panelId, panelId));
  return new Set(rows.map(({ userId }) => userId));
}

/** What the members of these reviews declared. */
export async function listInterests(db: Db, reviewIds: readonly string[]) {
  return db
    .select()
    .from(interests)
    .where(inArray(interests.reviewId, [...reviewIds]));
}

/** A declaration; a later one of the same person takes the place of the first. */
export function declareInterest(row: typeof interests.$inferInsert): Write {
  const { conflict, reason, declaredAt } = row;
  return {
    expect: 1,
    run: (db) =>
      db
        .insert(interests)
        .values(row)
        .onConflictDoUpdate({
          target: [interests.reviewId, interests.userId],
          set: { conflict, reason, declaredAt },
        })
        .returning({ id: interests.id }),
  };
}

/** Who has sealed their ratings of these reviews. */
export async function listSeals(db: Db, reviewIds: readonly string[]) {
  return db
    .select()
    .from(seals)
    .where(inArray(seals.reviewId, [...reviewIds]));
}

/** Seals the ratings of one reviewer. */
export function insertSeal(row: typeof seals.$inferInsert): Write {
  return {
    expect: 1,
    run: (db) => db.insert(seals).values(row).returning({ id: seals.id }),
  };
}
