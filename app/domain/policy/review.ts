// Who of a panel may do what in one review, by the part that they have in it and its phase. Whom a conflict of
// interest shuts out, who has left or was replaced has no part: unknown means no. Nobody reads the ratings of
// others before their own are sealed and the discussion is open (product.md, Who uses it: must never).
import type { Phase, Standing } from '#app/domain/review/standing.ts';

/** What somebody is in a review: interests come first, then a seat, whose ratings are sealed or not. */
export const PARTS = [
  'to-declare',
  'observer',
  'reviewer',
  'sealed-reviewer',
  'chair',
  'sealed-chair',
] as const;
export type Part = (typeof PARTS)[number];

type Line = { readonly by: readonly Part[]; readonly in: readonly Phase[] };

const CLEARED = ['observer', 'reviewer', 'sealed-reviewer', 'chair', 'sealed-chair'] as const;
const BEFORE_SEALING = ['reviewer', 'chair'] as const;
const SEALED = ['sealed-reviewer', 'sealed-chair'] as const;

/** One line an act. */
export const IN_REVIEW = {
  // A conflict that comes up later is declared when it comes up.
  declare: { by: PARTS, in: ['rating', 'discussion'] },
  read: { by: CLEARED, in: ['rating', 'discussion', 'closed'] },
  rate: { by: BEFORE_SEALING, in: ['rating'] },
  seal: { by: BEFORE_SEALING, in: ['rating'] },
  'open-discussion': { by: ['sealed-chair'], in: ['rating'] },
  // Sealed or not: a review is not to wait for the chair to finish first.
  'ask-replacement': { by: ['chair', 'sealed-chair'], in: ['rating'] },
  'see-ratings': { by: ['observer', ...SEALED], in: ['discussion', 'closed'] },
  discuss: { by: SEALED, in: ['discussion'] },
  agree: { by: ['sealed-chair'], in: ['discussion'] },
  decide: { by: ['sealed-chair'], in: ['discussion'] },
} as const satisfies Readonly<Record<string, Line>>;

export type ReviewAct = keyof typeof IN_REVIEW;

/** Every act, in the order of a review. */
export const REVIEW_ACTS: readonly ReviewAct[] = Object.keys(IN_REVIEW).filter(
  (act): act is ReviewAct => act in IN_REVIEW,
);

/** Whether someone in this standing may do this in this phase. */
export function mayInReview(standing: Standing, phase: Phase, act: ReviewAct): boolean {
  const part = partOf(standing);
  const line: Line = IN_REVIEW[act];
  return part !== null && line.by.includes(part) && line.in.includes(phase);
}

/** The acts that someone in this standing may do in this phase. */
export function actsInReview(standing: Standing, phase: Phase): readonly ReviewAct[] {
  return REVIEW_ACTS.filter((act) => mayInReview(standing, phase, act));
}

function partOf(standing: Standing): Part | null {
  if (standing.kind === 'to-declare') return 'to-declare';
  if (standing.kind !== 'cleared') return null;
  if (standing.seat === 'observer') return 'observer';
  return standing.sealed ? `sealed-${standing.seat}` : standing.seat;
}
