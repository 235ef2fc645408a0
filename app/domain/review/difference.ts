// How far the ratings of one criterion lie apart, and whether people differ on it applying at all: what is
// said not to apply and is rated nevertheless lies as far apart as anything can.

export type Difference =
  | { readonly kind: 'none' }
  /** Ratings between the lowest and the highest. */
  | { readonly kind: 'ratings'; readonly steps: number }
  /** ‘Not applicable’ on one side, a rating on the other. */
  | { readonly kind: 'applicability' };

type Given = {
  /** Whether the department says that it does not apply. */
  readonly claimedNotApplicable: boolean;
  /** What each reviewer gave; null = it does not apply, agreed. */
  readonly ratings: readonly (number | null)[];
};

/** The difference among the reviewers, and from a claim that the criterion does not apply. */
export function differenceOf({ claimedNotApplicable, ratings }: Given): Difference {
  const numbers = ratings.filter((rating) => rating !== null);
  if (numbers.length === 0) return { kind: 'none' };
  if (claimedNotApplicable || numbers.length < ratings.length) return { kind: 'applicability' };
  const steps = Math.max(...numbers) - Math.min(...numbers);
  return steps === 0 ? { kind: 'none' } : { kind: 'ratings', steps };
}

/** For an order with the widest difference first. */
export function widthOf(difference: Difference): number {
  if (difference.kind === 'applicability') return Number.POSITIVE_INFINITY;
  return difference.kind === 'ratings' ? difference.steps : 0;
}
