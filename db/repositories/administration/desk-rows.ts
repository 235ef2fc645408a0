// What the awarding body may know of every submission: who, when, before which panel, decided how. No
// content of a submission and no rating is read here; of a reviewer's work only that it was done, and when.
import { and, asc, desc, eq, inArray, isNull, max } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Db } from '#db/store.ts';
import { awards } from '#db/tables-awards.ts';
import {
  appeals,
  decisions,
  interests,
  panelMembers,
  seatChanges,
  panels,
  ratings,
  reviews,
  seals,
} from '#db/tables-review.ts';
import { submissions } from '#db/tables-together.ts';
import { assessments, departments, organisations, rounds, user } from '#db/tables.ts';

/** Every submission, or those of one assessment, newest first, with all that its stage follows from. */
export async function listOnDesk(db: Db, assessmentId?: string) {
  const heads = await db
    .select({
      id: submissions.id,
      number: submissions.number,
      assessmentId: submissions.assessmentId,
      submittedAt: submissions.submittedAt,
      withdrawnAt: submissions.withdrawnAt,
      roundId: submissions.roundId,
      round: rounds.name,
      organisation: organisations.name,
      department: departments.name,
      charter: assessments.charter,
    })
    .from(submissions)
    .innerJoin(assessments, eq(assessments.id, submissions.assessmentId))
    .innerJoin(departments, eq(departments.id, assessments.departmentId))
    .innerJoin(organisations, eq(organisations.id, assessments.organisationId))
    .leftJoin(rounds, eq(rounds.id, submissions.roundId))
    .where(only(submissions.assessmentId, assessmentId))
    .orderBy(desc(submissions.number));
  const opened = Map.groupBy(
    await listReviewHeads(db, assessmentId),
    ({ submissionId }) => submissionId,
  );
  const decided = Map.groupBy(
    await listDecisionHeads(db, assessmentId),
    ({ submissionId }) => submissionId,
  );
  const made = new Map(
    (await listAwardDates(db, assessmentId)).map((award) => [award.decisionId, award]),
  );
  const appealed = await listAppealed(db, assessmentId);
  const latest = new Map(heads.toReversed().map((head) => [head.assessmentId, head.id]));
  return heads.map((head) => {
    const all = decided.get(head.id) ?? [];
    const replaced = new Set(all.map(({ supersedes }) => supersedes));
    const decision = all.findLast(({ id }) => !replaced.has(id)) ?? null;
    return {
      ...head,
      submittedAgain: latest.get(head.assessmentId) !== head.id,
      reviews: opened.get(head.id) ?? [],
      /** When it was first decided. */
      decidedAt: all[0]?.decidedAt ?? null,
      decision,
      appealOpen: decision !== null && appealed.has(decision.id),
      award: decision === null ? null : (made.get(decision.id) ?? null),
    };
  });
}

export type OnDesk = Awaited<ReturnType<typeof listOnDesk>>[number];

/** The rows of one assessment where one is named. */
function only(column: SQLiteColumn, assessmentId: string | undefined) {
  return assessmentId === undefined ? undefined : eq(column, assessmentId);
}

async function listReviewHeads(db: Db, assessmentId?: string) {
  return db
    .select({
      id: reviews.id,
      submissionId: reviews.submissionId,
      panelId: reviews.panelId,
      panel: panels.name,
      discussionOpenedAt: reviews.discussionOpenedAt,
      closedAt: reviews.closedAt,
    })
    .from(reviews)
    .innerJoin(panels, eq(panels.id, reviews.panelId))
    .where(only(reviews.assessmentId, assessmentId))
    .orderBy(asc(reviews.openedAt), asc(reviews.id));
}

async function listDecisionHeads(db: Db, assessmentId?: string) {
  return db
    .select({
      id: decisions.id,
      submissionId: decisions.submissionId,
      outcome: decisions.outcome,
      level: decisions.level,
      revisionsDueOn: decisions.revisionsDueOn,
      decidedAt: decisions.decidedAt,
      supersedes: decisions.supersedes,
    })
    .from(decisions)
    .where(only(decisions.assessmentId, assessmentId))
    .orderBy(asc(decisions.decidedAt), asc(decisions.id));
}

async function listAwardDates(db: Db, assessmentId?: string) {
  return db
    .select({
      decisionId: awards.decisionId,
      number: awards.number,
      awardedOn: awards.awardedOn,
      validUntil: awards.validUntil,
      graceUntil: awards.graceUntil,
      publishedAt: awards.publishedAt,
      withdrawnAt: awards.withdrawnAt,
    })
    .from(awards)
    .where(only(awards.assessmentId, assessmentId));
}

async function listAppealed(db: Db, assessmentId?: string): Promise<ReadonlySet<string>> {
  const open = await db
    .select({ decisionId: appeals.decisionId })
    .from(appeals)
    .where(and(isNull(appeals.closedAt), only(appeals.assessmentId, assessmentId)));
  return new Set(open.map(({ decisionId }) => decisionId));
}

type Share = { readonly reviewId: string; readonly userId: string };

function keyOf({ reviewId, userId }: Share): string {
  return `${reviewId} ${userId}`;
}

/** Everyone who sits on the panel of an open review, by name, and how far they are with it. */
export async function listWork(db: Db) {
  const seats = await listOpenSeats(db);
  const ids = [...new Set(seats.map(({ reviewId }) => reviewId))];
  const declared = await db
    .select({
      reviewId: interests.reviewId,
      userId: interests.userId,
      conflict: interests.conflict,
      at: interests.declaredAt,
    })
    .from(interests)
    .where(inArray(interests.reviewId, ids));
  const worked = await db
    .select({ reviewId: ratings.reviewId, userId: ratings.userId, at: max(ratings.updatedAt) })
    .from(ratings)
    .where(inArray(ratings.reviewId, ids))
    .groupBy(ratings.reviewId, ratings.userId);
  const sealed = await db
    .select({ reviewId: seals.reviewId, userId: seals.userId, at: seals.sealedAt })
    .from(seals)
    .where(inArray(seals.reviewId, ids));
  const acts = Map.groupBy([...declared, ...worked, ...sealed], keyOf);
  const conflicts = new Map(declared.map((one) => [keyOf(one), one.conflict]));
  const sealedBy = new Set(sealed.map(keyOf));
  return seats.map((seat) => ({
    ...seat,
    /** null = not declared yet. */
    conflict: conflicts.get(keyOf(seat)) ?? null,
    sealed: sealedBy.has(keyOf(seat)),
    /** The last that this person did in the review; null = nothing yet. */
    lastAt: latestOf((acts.get(keyOf(seat)) ?? []).map(({ at }) => at)),
  }));
}

export type Work = Awaited<ReturnType<typeof listWork>>[number];

async function listOpenSeats(db: Db) {
  const taken = await db
    .select({
      reviewId: reviews.id,
      userId: user.id,
      name: user.name,
      seat: seatChanges.seat,
      replaces: seatChanges.memberId,
    })
    .from(reviews)
    .innerJoin(seatChanges, eq(seatChanges.reviewId, reviews.id))
    .innerJoin(user, eq(user.id, seatChanges.replacementId))
    .where(isNull(reviews.closedAt))
    .orderBy(asc(user.name), asc(user.id), asc(reviews.openedAt));
  const gone = new Set(
    taken.map(({ reviewId, replaces }) => keyOf({ reviewId, userId: replaces })),
  );
  const came = new Set(taken.map(keyOf));
  const seats = await listPanelSeats(db);
  return [...seats.filter((seat) => !came.has(keyOf(seat))), ...taken].filter(
    (seat) => !gone.has(keyOf(seat)),
  );
}

async function listPanelSeats(db: Db) {
  return db
    .select({
      reviewId: reviews.id,
      userId: panelMembers.userId,
      name: user.name,
      seat: panelMembers.seat,
    })
    .from(reviews)
    .innerJoin(panelMembers, eq(panelMembers.panelId, reviews.panelId))
    .innerJoin(user, eq(user.id, panelMembers.userId))
    .where(isNull(reviews.closedAt))
    .orderBy(asc(user.name), asc(user.id), asc(reviews.openedAt));
}

function latestOf(instants: readonly (string | null)[]): string | null {
  return (
    instants
      .filter((at) => at !== null)
      .toSorted()
      .at(-1) ?? null
  );
}
