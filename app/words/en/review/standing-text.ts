// How far a member of a panel is, and what became of a request to replace one, as an administrator reads it.
import type { Phase, Standing } from '#app/domain/review/standing.ts';

type Facts = { readonly found: boolean; readonly phase: Phase };

/** After their name; `found` = the service found a conflict of interest by itself. */
export function memberStandingText(standing: Standing, { found, phase }: Facts): string {
  switch (standing.kind) {
    case 'conflicted':
      return found
        ? 'takes no part: a conflict of interest was found'
        : 'takes no part: has declared a conflict of interest';
    case 'replaced':
      return 'takes no part: somebody else took the seat';
    case 'left':
      return phase === 'closed' ? 'took no part' : 'takes no part: is no longer a panel member';
    case 'to-declare':
      return phase === 'closed'
        ? 'did not declare interests, and took no part'
        : 'has not declared interests yet';
    case 'cleared':
      if (standing.seat === 'observer') return 'observes';
      if (standing.sealed) return 'has sealed the ratings';
      return phase === 'rating' ? 'is rating' : 'did not seal any ratings';
    default:
      return standing satisfies never;
  }
}

type Seat = {
  /** Who has taken it, or is asked to; null = nobody. */
  readonly taken: {
    readonly replacement: string | null;
    readonly acceptedAt: string | null;
  } | null;
  /** Whether the member who is to be replaced has sealed. */
  readonly sealed: boolean;
};

/** What became of a request to replace a member. */
export function requestText({ taken, sealed }: Seat): string {
  if (taken !== null) {
    return taken.acceptedAt === null
      ? `${taken.replacement} was asked to take the seat, and has not accepted yet.`
      : `${taken.replacement} has taken the seat.`;
  }
  return sealed
    ? 'The ratings are sealed, so the member stays. The chair is told so when the discussion opens.'
    : 'The ratings are not sealed, so the member can be replaced.';
}
