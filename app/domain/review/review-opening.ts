// When a submission may be put before a panel, and what its review is called.
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { DecisionRecord } from '#app/domain/formats/decision-record.ts';
import { gapsIn, type PanelGap, type PanelSeat } from './panel-size.ts';
import { checkDueDate, type PastDate } from './ratings-date.ts';

/** Why a submission is reviewed. */
export type Purpose = DecisionRecord['purpose'];

/** The purpose in a row; a text that is none counts as the first review. */
export function purposeOf(text: string): Purpose {
  return text === 'resubmission' || text === 'appeal' ? text : 'submission';
}

export type NotPutBefore =
  /** Withdrawn, or before a panel already. */
  | { readonly code: 'not-to-review' }
  | PastDate
  /** What the panel lacks for this submission once conflicts are left out. */
  | { readonly code: 'panel-incomplete'; readonly gaps: readonly PanelGap[] };

type Opening = {
  readonly submission: { readonly id: string; readonly withdrawnAt: string | null };
  /** Reviews of the same assessment. */
  readonly earlier: readonly { readonly submissionId: string }[];
  /** null = a submission, or a resubmission where one was reviewed before. */
  readonly purpose: 'appeal' | null;
  readonly ratingsDueAt: string | null;
  /** Who sits and has no conflict of interest. */
  readonly seats: readonly PanelSeat[];
  readonly quorum: number;
  /** ISO 8601 UTC. */
  readonly now: string;
};

/** The purpose of the review that opens. Only an appeal puts the same submission before a panel again. */
export function checkReviewOpening(facts: Opening): Result<Purpose, NotPutBefore> {
  const { submission, earlier, purpose } = facts;
  const again = earlier.some(({ submissionId }) => submissionId === submission.id);
  if (submission.withdrawnAt !== null || (again && purpose === null)) {
    return refused({ code: 'not-to-review' });
  }
  const due = checkDueDate(facts.ratingsDueAt, facts.now);
  if (!due.ok) return due;
  const gaps = gapsIn(facts.seats, facts.quorum);
  if (gaps.length > 0) return refused({ code: 'panel-incomplete', gaps });
  return ok(purpose ?? (earlier.length > 0 ? 'resubmission' : 'submission'));
}

export type NotReopened = { readonly code: 'not-decided' } | { readonly code: 'award-published' };

type Decided<Decision> = {
  readonly closedAt: string | null;
  readonly decision: Decision | null;
  /** The award of the decision; null = it makes none. */
  readonly award: {
    readonly publishedAt: string | null;
    readonly withdrawnAt: string | null;
  } | null;
};

/** The decision whose review is opened again: not while an award of it is in the register. */
export function checkReopening<Decision>({
  closedAt,
  decision,
  award,
}: Decided<Decision>): Result<Decision, NotReopened> {
  if (closedAt === null || decision === null) return refused({ code: 'not-decided' });
  return award !== null && award.publishedAt !== null && award.withdrawnAt === null
    ? refused({ code: 'award-published' })
    : ok(decision);
}
