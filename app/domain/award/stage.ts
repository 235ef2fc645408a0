// Where a submission stands, in one word that follows from what is recorded of it (product.md, The life of
// an assessment). Ratings play no part in it, so that it can be told to anyone who may know of the submission.
import { type AwardDates, type AwardState, awardState } from '#app/domain/award/award.ts';
import { asksForRevision, type Outcome } from '#app/domain/review/decided-outcome.ts';
import { phaseOf } from '#app/domain/review/standing.ts';

export const STAGES = [
  'submitted',
  'rating',
  'discussing',
  'appealed',
  'revision-due',
  'revision-late',
  'revised',
  'not-awarded',
  'awarded',
  'published',
  'grace',
  'expired',
  'award-withdrawn',
  'withdrawn',
] as const;
export type Stage = (typeof STAGES)[number];

export type StageFacts = {
  /** An instant; null = the submission holds. */
  readonly withdrawnAt: string | null;
  /** Whether the same department submitted the same assessment again later. */
  readonly submittedAgain: boolean;
  /** Every review of the submission, whatever its purpose. */
  readonly reviews: readonly {
    readonly discussionOpenedAt: string | null;
    readonly closedAt: string | null;
  }[];
  /** The decision that stands; null = none yet. */
  readonly decision: {
    readonly outcome: Outcome;
    /** YYYY-MM-DD */
    readonly revisionsDueOn: string | null;
  } | null;
  /** Whether an appeal against it waits for an answer. */
  readonly appealOpen: boolean;
  /** The award that the decision made; null = none. */
  readonly award: AwardDates | null;
};

const AWARD_STAGE: Readonly<Record<AwardState, Stage>> = {
  unpublished: 'awarded',
  valid: 'published',
  grace: 'grace',
  expired: 'expired',
  withdrawn: 'award-withdrawn',
};

/** The stage on this day (YYYY-MM-DD in London): what is under way comes before what was decided. */
export function stageOf(facts: StageFacts, today: string): Stage {
  const { decision, award } = facts;
  if (facts.withdrawnAt !== null) return 'withdrawn';
  const underWay = facts.reviews.find(({ closedAt }) => closedAt === null);
  if (underWay !== undefined) return phaseOf(underWay) === 'rating' ? 'rating' : 'discussing';
  if (facts.appealOpen) return 'appealed';
  if (decision === null) return 'submitted';
  if (asksForRevision(decision.outcome)) return revisionStage(facts, decision, today);
  return award === null ? 'not-awarded' : AWARD_STAGE[awardState(award, today)];
}

function revisionStage(
  { submittedAgain }: StageFacts,
  { revisionsDueOn }: NonNullable<StageFacts['decision']>,
  today: string,
): Stage {
  if (submittedAgain) return 'revised';
  return revisionsDueOn !== null && today > revisionsDueOn ? 'revision-late' : 'revision-due';
}
