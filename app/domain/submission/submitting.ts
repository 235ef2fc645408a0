// When an assessment may be submitted, revised or withdrawn: what was signed is what is there, another person
// submits it, and its round takes it.
import {
  closesFor,
  type Round,
  roundState,
  takesVersion,
} from '#app/domain/assessment/round-times.ts';
import { londonDay } from '#app/domain/london-day.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { after, type AssessmentState, isSubmitted, type Locked, takeStep } from './life.ts';

type RevisionsOver = { readonly code: 'revisions-over'; readonly dueOn: string };
type RoundClosed = { readonly code: 'round-closed'; readonly closedAt: string };

export type NoRound =
  | { readonly code: 'no-round' }
  | { readonly code: 'round-not-open-yet'; readonly opensAt: string }
  | RoundClosed
  /** The day by which the panel asked for revisions is over. */
  | RevisionsOver;

/** A round, and the extensions of one assessment in it. */
export type OwnRound = {
  readonly round: Pick<Round, 'id' | 'opensAt' | 'closesAt'>;
  readonly extensions: readonly Pick<Round, 'closesAt'>[];
};

/** What the panel asked to be revised by a day (YYYY-MM-DD). */
type Revision = { readonly dueOn: string };

type Taking = {
  /** null = the panel asked for none. */
  readonly revision: Revision | null;
  /** The round that it is meant for: its id, and the round where there is one. */
  readonly roundId: string | null;
  readonly own: OwnRound | null;
  /** ISO 8601 UTC. */
  readonly now: string;
};

/** The id of the round that takes it; where the panel asked for revisions, their date decides. */
export function roundTaking({
  revision,
  roundId,
  own,
  now,
}: Taking): Result<string | null, NoRound> {
  if (revision !== null) return isOver(revision, now) ? over(revision) : ok(roundId);
  if (own === null) return refused({ code: 'no-round' });
  const { round } = own;
  if (now < round.opensAt) return refused({ code: 'round-not-open-yet', opensAt: round.opensAt });
  const closedAt = closedIn(own, now);
  return closedAt === null ? ok(round.id) : refused({ code: 'round-closed', closedAt });
}

function isOver({ dueOn }: Revision, now: string): boolean {
  return londonDay(now) > dueOn;
}

function over({ dueOn }: Revision) {
  return refused({ code: 'revisions-over', dueOn } as const);
}

/** The state in which the revision begins. */
export function checkRevising<Asked extends Revision>(
  state: AssessmentState,
  revision: Asked | null,
  now: string,
): Result<
  { next: AssessmentState; revision: Asked },
  RevisionsOver | { readonly code: 'no-revision' }
> {
  const next = after(state, 'revise');
  if (next === null || revision === null) return refused({ code: 'no-revision' });
  return isOver(revision, now) ? over(revision) : ok({ next, revision });
}

type Choosing = {
  readonly state: AssessmentState;
  readonly charter: string;
  /** What was signed has the answers of its organisation for a round, so that another round needs a step back. */
  readonly isBound: boolean;
};

/** The round that an assessment on this version (id@version) is meant for: one that takes it, and none once it is submitted. */
export function checkRoundChoice<Chosen extends Pick<Round, 'charter'>>(
  { state, charter, isBound }: Choosing,
  round: Chosen | null,
): Result<Chosen, Locked | { readonly code: 'no-such-round' }> {
  if (isSubmitted(state) || (isBound && state !== 'draft')) {
    return refused({ code: 'locked', state });
  }
  return round !== null && takesVersion(round, charter)
    ? ok(round)
    : refused({ code: 'no-such-round' });
}

/** Another assessment of the department is before the same round for the same charter. */
export type SubmittedAnother = { readonly code: 'submitted-another'; readonly number: number };

/** One of a department for a round and a charter; null = no other is there. */
export function checkRival(
  rival: { readonly number: number } | null,
): Result<null, SubmittedAnother> {
  return rival === null ? ok(null) : refused({ code: 'submitted-another', number: rival.number });
}

export type NotSubmitted =
  | NoRound
  | { readonly code: 'not-signed' }
  /** Whoever signed does not submit as well. */
  | { readonly code: 'signed-it' }
  /** What was signed, or the round, is not what the page had shown. */
  | { readonly code: 'not-as-read' };

type Signature = { readonly id: string; readonly userId: string; readonly contentSha256: string };

/** What somebody had before them when they confirmed. */
export type ReadBefore = { readonly signatureId: string; readonly roundId: string | null };

type Submitting = Taking & {
  readonly state: AssessmentState;
  /** Id of who submits. */
  readonly by: string;
  readonly signature: Signature | null;
  /** The fingerprint of the content as it is. */
  readonly sha256: string;
  /** undefined = whatever is there. */
  readonly read: ReadBefore | undefined;
};

export type SubmitStep = {
  readonly next: AssessmentState;
  readonly signatureId: string;
  readonly roundId: string | null;
};

/** What is submitted with which signature to which round; or why it is not. */
export function checkSubmitting(facts: Submitting): Result<SubmitStep, NotSubmitted> {
  const { signature, read } = facts;
  const next = takeStep(facts.state, 'submit', 'not-signed');
  if (!next.ok) return next;
  if (signature === null) return refused({ code: 'not-signed' });
  if (signature.userId === facts.by) return refused({ code: 'signed-it' });
  if (signature.contentSha256 !== facts.sha256) return refused({ code: 'not-signed' });
  const round = roundTaking(facts);
  if (!round.ok) return round;
  const isAsRead =
    read === undefined || (read.signatureId === signature.id && read.roundId === facts.roundId);
  if (!isAsRead) return refused({ code: 'not-as-read' });
  return ok({ next: next.value, signatureId: signature.id, roundId: round.value });
}

export type NotWithdrawn =
  | { readonly code: 'not-submitted' }
  | { readonly code: 'before-a-panel' }
  | RoundClosed;

type Withdrawing<Submission> = {
  readonly state: AssessmentState;
  readonly latest: Submission | undefined;
  /** Ids of the submissions that a panel has. */
  readonly reviewed: readonly string[];
  /** The round that it was submitted to. */
  readonly own: OwnRound | null;
  readonly now: string;
};

/** The submission that is withdrawn, and the state afterwards: while its round is open and no panel has it. */
export function checkWithdrawing<Submission extends { readonly id: string }>({
  state,
  latest,
  reviewed,
  own,
  now,
}: Withdrawing<Submission>): Result<
  { next: AssessmentState; submission: Submission },
  NotWithdrawn
> {
  const next = after(state, 'withdraw');
  if (next === null || latest === undefined) return refused({ code: 'not-submitted' });
  if (reviewed.includes(latest.id)) return refused({ code: 'before-a-panel' });
  const closedAt = own === null ? null : closedIn(own, now);
  return closedAt === null
    ? ok({ next, submission: latest })
    : refused({ code: 'round-closed', closedAt });
}

/** When it closed for this assessment; null = it has not. */
function closedIn({ round, extensions }: OwnRound, now: string): string | null {
  const closesAt = closesFor(round, extensions);
  return roundState(round, { closesAt, now }) === 'closed' ? closesAt : null;
}
