// The reviews that are open to a member of panels, a page at a time: those that a conflict of interest shuts, or
// in which somebody else has their seat, are not counted. What a row says is for the domain to decide.
import { and, asc, count, eq, inArray, isNotNull, notInArray, or } from 'drizzle-orm';
import type { Db } from '#db/store.ts';
import { memberships } from '#db/tables.ts';
import {
  interests,
  panelMembers,
  pastEmployments,
  reviews,
  seatChanges,
} from '#db/tables-review.ts';
import { signatures, submissions } from '#db/tables-together.ts';

export type OpenTo = {
  readonly userId: string;
  /** Where that person works and has worked; ids of organisations. */
  readonly places: readonly string[];
  /** The reviews in which they took a seat. */
  readonly came: readonly string[];
};

/** The reviews in which somebody took a seat, or was asked to. */
export async function listSeatsTakenBy(db: Db, userId: string): Promise<readonly string[]> {
  const rows = await db
    .select({ id: seatChanges.reviewId })
    .from(seatChanges)
    .where(eq(seatChanges.replacementId, userId));
  return rows.map(({ id }) => id);
}

/** How many there are. */
export async function countOpenTo(db: Db, openTo: OpenTo): Promise<number> {
  const [row] = await db.select({ found: count() }).from(reviews).where(isOpenTo(db, openTo));
  return row?.found ?? 0;
}

/** The ids of a part of them, the oldest open one first, and those that are decided at the end. */
export async function listOpenTo(
  db: Db,
  openTo: OpenTo,
  { from, size }: { readonly from: number; readonly size: number },
): Promise<readonly string[]> {
  const rows = await db
    .select({ id: reviews.id })
    .from(reviews)
    .where(isOpenTo(db, openTo))
    .orderBy(asc(reviews.closedAt), asc(reviews.openedAt), asc(reviews.id))
    .limit(size)
    .offset(from);
  return rows.map(({ id }) => id);
}

function isOpenTo(db: Db, { userId, places, came }: OpenTo) {
  const panels = db
    .select({ id: panelMembers.panelId })
    .from(panelMembers)
    .where(eq(panelMembers.userId, userId));
  const left = db
    .select({ id: seatChanges.reviewId })
    .from(seatChanges)
    .where(and(eq(seatChanges.memberId, userId), isNotNull(seatChanges.replacedAt)));
  const declared = db
    .select({ id: interests.reviewId })
    .from(interests)
    .where(and(eq(interests.userId, userId), eq(interests.conflict, true)));
  return and(
    // Nearly nobody has taken one, and without them it is found by the index of panels alone.
    came.length === 0
      ? inArray(reviews.panelId, panels)
      : or(inArray(reviews.panelId, panels), inArray(reviews.id, [...came])),
    notInArray(reviews.id, left),
    notInArray(reviews.id, declared),
    notInArray(reviews.organisationId, [...places]),
    notInArray(reviews.submissionId, signedByColleagues(db, { userId, places })),
  );
}

/** What the person signed, or somebody who has shared an employer with them. */
function signedByColleagues(db: Db, { userId, places }: Omit<OpenTo, 'came'>) {
  const now = db
    .select({ id: memberships.userId })
    .from(memberships)
    .where(inArray(memberships.organisationId, [...places]));
  const before = db
    .select({ id: pastEmployments.userId })
    .from(pastEmployments)
    .where(inArray(pastEmployments.organisationId, [...places]));
  return db
    .select({ id: submissions.id })
    .from(signatures)
    .innerJoin(submissions, eq(submissions.signatureId, signatures.id))
    .where(
      or(
        eq(signatures.userId, userId),
        inArray(signatures.userId, now),
        inArray(signatures.userId, before),
      ),
    );
}
