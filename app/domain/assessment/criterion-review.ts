// How far the answer to a criterion is among those who write it: asked to be looked at, agreed, or sent back by a lead with
// a comment. It says nothing of the score, and an answer that was changed since is being written again.
import { ok, refused, type Result } from '#app/domain/problem.ts';

export const REVIEW_STATES = ['in-review', 'agreed', 'sent-back'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** What somebody says of an answer; `written` takes what was said back. */
export type ReviewStep = ReviewState | 'written';

export type PlannedReview = {
  /** One of REVIEW_STATES; null = it is being written. */
  readonly review: string | null;
  /** The version of the answer that it was said of. */
  readonly answerVersion: number;
};

/** The review as it stands for an answer of this version; null = it is being written. */
export function reviewOf(planned: PlannedReview | undefined, version: number): ReviewState | null {
  const said = REVIEW_STATES.find((state) => state === planned?.review) ?? null;
  // What was sent back is sent back until it is asked to be looked at again.
  if (said === 'sent-back') return said;
  return planned?.answerVersion === version ? said : null;
}

type Planned = PlannedReview & {
  readonly criterion: string;
  /** YYYY-MM-DD; null = by no day of its own. */
  readonly dueOn: string | null;
};

/** By criterion: by when it is to be written, in which version its answer is (0 = none), and how its review stands. */
export function plannedWork(
  plans: readonly Planned[],
  answers: readonly { readonly criterion: string; readonly version: number }[],
) {
  const planned = new Map(plans.map((plan) => [plan.criterion, plan]));
  const versions = new Map(answers.map(({ criterion, version }) => [criterion, version]));
  return (criterion: string) => {
    const plan = planned.get(criterion);
    const version = versions.get(criterion) ?? 0;
    return { dueOn: plan?.dueOn ?? null, version, review: reviewOf(plan, version) };
  };
}

export type NotReviewed =
  /** What of the answer is not done yet, in the reader's words. */
  | { readonly code: 'answer-not-ready' }
  | { readonly code: 'review-not-allowed' }
  /** It was changed since the reader opened it. */
  | { readonly code: 'answer-changed' };

type Asked = {
  readonly step: ReviewStep;
  /** How it stands now. */
  readonly review: ReviewState | null;
  /** A lead agrees and sends back, and takes that back; whoever writes asks, and takes that back. */
  readonly isLead: boolean;
  /** Whether the reader had the answer before them as it is now. */
  readonly isSeen: boolean;
  /** Whether the answer is ready (work-progress.ts). */
  readonly isReady: boolean;
};

/** What stands from now on; null = it is being written. */
export function decideReview({
  step,
  review,
  isLead,
  isReady,
  isSeen,
}: Asked): Result<ReviewState | null, NotReviewed> {
  if (step === 'written') {
    return isLead || isOwn(review) ? ok(null) : refused({ code: 'review-not-allowed' });
  }
  if (step !== 'in-review' && !isLead) return refused({ code: 'review-not-allowed' });
  if (step === 'agreed' && !isSeen) return refused({ code: 'answer-changed' });
  // What is not ready is sent back, and never agreed.
  return isReady || step === 'sent-back' ? ok(step) : refused({ code: 'answer-not-ready' });
}

/** What whoever writes has said themselves, and takes back. */
function isOwn(review: ReviewState | null): boolean {
  return review === null || review === 'in-review';
}

type Standing = {
  readonly review: ReviewState | null;
  readonly isWriter: boolean;
  readonly isLead: boolean;
  readonly isReady: boolean;
  /** Whether anything was answered. */
  readonly isBegun: boolean;
};

const STEPS: readonly (readonly [ReviewStep, (standing: Standing) => boolean])[] = [
  [
    'in-review',
    ({ review, isWriter, isReady }) =>
      isWriter && isReady && (review === null || review === 'sent-back'),
  ],
  ['agreed', ({ review, isLead, isReady }) => isLead && isReady && review !== 'agreed'],
  [
    'written',
    ({ review, isWriter, isLead }) => isWriter && review !== null && (isLead || isOwn(review)),
  ],
  ['sent-back', ({ review, isLead, isBegun }) => isLead && isBegun && review !== 'sent-back'],
];

/** What somebody may say of an answer as it stands. */
export function stepsFrom(standing: Standing): readonly ReviewStep[] {
  return STEPS.filter(([, isThere]) => isThere(standing)).map(([step]) => step);
}
