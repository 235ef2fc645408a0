// Who sits in one review, and where each of them stands.
import type { Conflict } from '#app/domain/review/interest.ts';
import { seatOf } from '#app/domain/review/panel-size.ts';
import { type Standing, standingOf } from '#app/domain/review/standing.ts';
import type { listTakenSeats, MemberRow } from '#db/repositories/review/panel-rows.ts';
import type { ReviewRow } from '#db/repositories/review/review-rows.ts';

/** A member of the panel in this review, with where they stand. */
export type SeatInReview = MemberRow & {
  readonly standing: Standing;
  /** Where they would stand if nobody had taken their seat. */
  readonly otherwise: Standing;
  /** Whose seat they took in this review; null = nobody’s. */
  readonly replaces: string | null;
  /** Sits on the panel itself, or has accepted the seat. */
  readonly accepted: boolean;
  readonly conflicts: readonly Conflict[];
};

type Taken = Awaited<ReturnType<typeof listTakenSeats>>[number];
type Seat = ReturnType<typeof seatsIn>[number];

/** Who sits in one review: the panel as it is, and who took a seat of it. */
export function seatsIn(
  { openedAt }: Pick<ReviewRow, 'openedAt'>,
  seated: readonly MemberRow[],
  taken: readonly Taken[],
) {
  const came = new Set(taken.map(({ userId }) => userId));
  const gone = new Set(taken.map(({ replaces }) => replaces));
  return [
    ...seated
      .filter(({ userId }) => !came.has(userId))
      .map((row) => ({ ...row, replaces: null, acceptedAt: openedAt })),
    ...taken,
  ].map((row) => ({ ...row, replaced: gone.has(row.userId) }));
}

type Acts = { readonly declared: { readonly conflict: boolean } | null; readonly sealed: boolean };

/** One of them with the conflicts that were found, and what they declared and sealed. */
export function memberIn(
  { acceptedAt, replaced, ...row }: Seat,
  conflicts: readonly Conflict[],
  acts: Acts,
): SeatInReview {
  const facts = { seat: seatOf(row.seat), sits: row.sits, found: conflicts.length > 0, ...acts };
  const standing = standingOf({ ...facts, replaced });
  const accepted = acceptedAt !== null;
  return { ...row, standing, otherwise: standingOf(facts), accepted, conflicts };
}
