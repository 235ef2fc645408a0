// Where a member of a panel stands in one review. A conflict of interest, found or declared, shuts everything;
// what a standing allows is in policy/review.ts.
import type { Seat } from './panel-size.ts';
import { rates } from './panel-size.ts';

export const PHASES = ['rating', 'discussion', 'closed'] as const;
export type Phase = (typeof PHASES)[number];

/** The phase of a review: independent rating, the meeting, or decided. */
export function phaseOf(review: {
  readonly discussionOpenedAt: string | null;
  readonly closedAt: string | null;
}): Phase {
  if (review.closedAt !== null) return 'closed';
  return review.discussionOpenedAt === null ? 'rating' : 'discussion';
}

export type Standing =
  | { readonly kind: 'conflicted' }
  /** Has lost the role that panels need before sealing, and takes no part. */
  | { readonly kind: 'left' }
  /** Somebody else has taken the seat; what was rated and not sealed is out of the review. */
  | { readonly kind: 'replaced' }
  | { readonly kind: 'to-declare'; readonly seat: Seat }
  | { readonly kind: 'cleared'; readonly seat: Seat; readonly sealed: boolean };

type Facts = {
  readonly seat: Seat;
  /** Whether they hold a role that panels need, now. */
  readonly sits: boolean;
  /** Whether the service found a conflict of interest by itself. */
  readonly found: boolean;
  /** What the member declared; null = nothing yet. */
  readonly declared: { readonly conflict: boolean } | null;
  readonly sealed: boolean;
  /** Whether somebody else has taken their seat. */
  readonly replaced?: boolean;
};

/** The standing that follows from the facts. Ratings that are sealed count, whoever loses the role later. */
export function standingOf({
  seat,
  sits,
  found,
  declared,
  sealed,
  replaced = false,
}: Facts): Standing {
  if (replaced) return { kind: 'replaced' };
  if (found || declared?.conflict === true) return { kind: 'conflicted' };
  if (!sits && !sealed) return { kind: 'left' };
  return declared === null ? { kind: 'to-declare', seat } : { kind: 'cleared', seat, sealed };
}

/** Whether their part in the review is not shut: no conflict of interest, still on panels and in their seat. */
export function takesPart(
  standing: Standing,
): standing is Exclude<Standing, { kind: 'conflicted' | 'left' | 'replaced' }> {
  return standing.kind === 'to-declare' || standing.kind === 'cleared';
}

/** Whether they rate and have not said yet whether they have a conflict of interest. */
export function hasToDeclare(standing: Standing): boolean {
  return standing.kind === 'to-declare' && rates(standing.seat);
}

/** Whether the panel waits for this member’s ratings to be sealed. */
export function isAwaited(standing: Standing): boolean {
  if (!takesPart(standing) || !rates(standing.seat)) return false;
  return standing.kind === 'to-declare' || !standing.sealed;
}
