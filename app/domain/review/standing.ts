// Where a member of a panel stands in one review, and what that allows. A conflict of interest, found or
// declared, shuts everything; nobody reads the ratings of others before their own are sealed and the
// discussion is open (product.md, Who uses it: must never).
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

/** Whether the panel waits for this member’s ratings to be sealed. */
export function isAwaited(standing: Standing): boolean {
  if (!takesPart(standing) || !rates(standing.seat)) return false;
  return standing.kind === 'to-declare' || !standing.sealed;
}

export const REVIEW_ACTS = [
  'declare',
  'read',
  'rate',
  'open-discussion',
  'ask-replacement',
  'see-ratings',
  'discuss',
  'agree',
  'decide',
] as const;
export type ReviewAct = (typeof REVIEW_ACTS)[number];

/** Whether someone in this standing may do this in this phase. Unknown means no. */
export function mayInReview(standing: Standing, phase: Phase, act: ReviewAct): boolean {
  if (!takesPart(standing)) return false;
  if (standing.kind === 'to-declare') return act === 'declare' && phase !== 'closed';
  const seesRatings = !rates(standing.seat) || standing.sealed;
  const leads = standing.seat === 'chair' && standing.sealed;
  switch (act) {
    case 'declare':
      // A conflict that comes up later is declared when it comes up.
      return phase !== 'closed';
    case 'read':
      return true;
    case 'rate':
      return rates(standing.seat) && !standing.sealed && phase === 'rating';
    case 'open-discussion':
      return leads && phase === 'rating';
    case 'ask-replacement':
      return asksToReplace(standing.seat, phase);
    case 'see-ratings':
      return seesRatings && phase !== 'rating';
    case 'discuss':
      return seesRatings && rates(standing.seat) && phase === 'discussion';
    case 'agree':
    case 'decide':
      return leads && phase === 'discussion';
    default:
      return act satisfies never;
  }
}

/** A chair asks whether they have sealed or not: a review is not to wait for them to finish first. */
function asksToReplace(seat: Seat, phase: Phase): boolean {
  return seat === 'chair' && phase === 'rating';
}
