// The date by which ratings are due: not in the past, and moved only while there is something to rate.
import { REASON } from '#app/domain/limits.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { mustWrite, type TextRule } from '#app/domain/written-text.ts';
import { type Phase, phaseOf } from './standing.ts';

export type PastDate = { readonly code: 'due-in-the-past' };

/** A date for ratings that is still to come; null = none. Instants in ISO 8601 UTC. */
export function checkDueDate<Due extends string | null>(
  due: Due,
  now: string,
): Result<Due, PastDate> {
  return due !== null && due <= now ? refused({ code: 'due-in-the-past' }) : ok(due);
}

export type NotMoved =
  /** Nobody rates any more. */
  | { readonly code: 'wrong-phase'; readonly phase: Phase }
  | PastDate
  | { readonly code: 'date-unchanged' }
  | TextRule<'reason-wrong'>;

type Dated = {
  readonly ratingsDueAt: string | null;
  readonly discussionOpenedAt: string | null;
  readonly closedAt: string | null;
};

type Moving = {
  readonly to: string;
  readonly reason: string;
  readonly now: string;
};

/** Why the date is moved, and whether that takes time away that was promised. */
export function checkRatingsDate(
  review: Dated,
  { to, reason: typed, now }: Moving,
): Result<{ reason: string; isSooner: boolean }, NotMoved> {
  const phase = phaseOf(review);
  if (phase !== 'rating') return refused({ code: 'wrong-phase', phase });
  const due = checkDueDate(to, now);
  if (!due.ok) return due;
  const { ratingsDueAt: before } = review;
  if (to === before) return refused({ code: 'date-unchanged' });
  const reason = mustWrite(REASON, typed);
  return reason.ok
    ? ok({ reason: reason.value, isSooner: before !== null && to < before })
    : reason;
}
