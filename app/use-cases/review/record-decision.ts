// The chair records what the panel decided, with their password: the record, the award if there is one,
// the feedback document and the letters, all or nothing. A record is never changed; where one was recorded
// before for this review, or is appealed, the new one supersedes it and says why.
import { canonicalJson } from '#app/domain/formats/snapshot.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import type { Proof } from '#app/domain/policy/proof.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import {
  checkCorrection,
  checkDecision,
  type Decided,
  type DecisionCommand,
  type DecisionProblem,
  supersededIn,
} from '#app/domain/review/decision.ts';
import { correctedFacts } from '#app/domain/review/agreed-facts.ts';
import { factsOf } from '#app/domain/formats/assessment-file.ts';
import { decisionRecord } from '#app/domain/review/make-record.ts';
import type { DecisionRecord } from '#app/domain/formats/decision-record.ts';
import { DECISION, type DraftMeanwhile, ownPlace } from '#app/domain/review/meeting-draft.ts';
import { seatOf } from '#app/domain/review/panel-size.ts';
import { purposeOf } from '#app/domain/review/review-opening.ts';
import { hasToDeclare } from '#app/domain/review/standing.ts';
import type { Services } from '#app/services.server.ts';
import { loadHeldUntil } from '#db/repositories/accounts/account-security.ts';
import {
  type DecisionRow,
  listDecisionsOn,
  loadDecisionOf,
} from '#db/repositories/review/decisions.ts';
import { listConsensus, listRatings } from '#db/repositories/review/rating-rows.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';
import { confirmIdentity, type ConfirmProblem } from '#app/use-cases/accounts/confirm-identity.ts';
import { decisionWrites } from './decision-writes.ts';
import { discardUnusedFile } from '#app/use-cases/evidence/discard-unused-file.ts';
import type { GiveOutProblem } from './give-out-documents.ts';
import {
  decidersIn,
  type EnteredReview,
  enterReview,
  membersOf,
  type ReviewAccessProblem,
  type ReviewMember,
} from '#app/doors/enter-review.ts';
import { emptiedDraft } from './keep-review-draft.ts';
import { londonDay } from '#app/domain/london-day.ts';
import type { TextRule } from '#app/domain/written-text.ts';

export type RecordDecisionCommand = DecisionCommand &
  Proof & {
    readonly reviewId: string;
    /** Why this record takes the place of an earlier one; '' where it does not. */
    readonly correction: string;
    /** The version of the draft that the form was filled in on; undefined = it came without one. */
    readonly draft?: number | undefined;
  };

export type RecordDecisionProblem =
  | ReviewAccessProblem
  | ConfirmProblem
  /** Their password was reset within a day. ISO 8601 UTC. */
  | { readonly code: 'reset-lately'; readonly until: string }
  | DecisionProblem
  | GiveOutProblem
  | DraftMeanwhile
  | TextRule<'correction-wrong'>;

/** The id of the decision. */
export async function recordDecision(
  services: Services,
  actor: Actor,
  command: RecordDecisionCommand,
): Promise<Result<{ id: string }, RecordDecisionProblem>> {
  const allowed = await enterReview(services, actor, { id: command.reviewId, act: 'decide' });
  if (!allowed.ok) return allowed;
  const until = await loadHeldUntil(services.engine.db, actor.id, services.clock());
  if (until !== null) return refused({ code: 'reset-lately', until });
  // Before a code is spent on it.
  const read = await ownDraft(services, actor, { entered: allowed.value, command });
  if (!read.ok) return read;
  const confirmed = await confirmIdentity(services, actor, command);
  if (!confirmed.ok) return confirmed;
  return decideAgainOnConflict(() => record(services, actor, command));
}

async function record(
  services: Services,
  actor: Actor,
  command: RecordDecisionCommand,
): Promise<Result<{ id: string }, RecordDecisionProblem>> {
  const { engine, clock } = services;
  const entered = await enterReview(services, actor, { id: command.reviewId, act: 'decide' });
  if (!entered.ok) return entered;
  const at = clock().toISOString();
  const members = await membersOf(engine.db, entered.value);
  const checked = await check(services, { entered: entered.value, members, command, at });
  if (!checked.ok) return checked;
  const superseded = await supersededBy(services, entered.value);
  const correction = checkCorrection(superseded, command.correction);
  if (!correction.ok) return correction;
  const text = canonicalJson(
    await recordOf(services, {
      entered: entered.value,
      members,
      decided: checked.value,
      correction: correction.value,
    }),
  );
  const draft = await ownDraft(services, actor, { entered: entered.value, command });
  if (!draft.ok) return draft;
  const given = { entered: entered.value, decided: checked.value, actor, at, text, superseded };
  const planned = await decisionWrites(services, given);
  if (!planned.ok) return planned;
  const { id, writes, files } = planned.value;
  try {
    await engine.commit([...writes, ...draft.value]);
    return ok({ id });
  } catch (error) {
    for (const file of files) await discardUnusedFile(services, file);
    throw error;
  }
}

/** The writes that empty the chair’s own draft of the decision. */
function ownDraft(
  services: Services,
  actor: Actor,
  { entered, command }: Pick<Asked, 'entered' | 'command'>,
) {
  const own = ownPlace(entered, actor, DECISION);
  return emptiedDraft(services, { own, read: command.draft, at: services.clock().toISOString() });
}

type Asked = {
  readonly entered: EnteredReview;
  readonly members: readonly ReviewMember[];
  readonly command: RecordDecisionCommand;
  readonly at: string;
};

async function check(
  { engine }: Services,
  { entered, members, command, at }: Asked,
): Promise<Result<Decided, DecisionProblem>> {
  const { charter, targetLevel, submitted, review } = entered;
  const undeclared = members.filter(({ standing }) => hasToDeclare(standing));
  return checkDecision(
    {
      charter,
      targetLevel,
      answers: submitted.answerSet,
      consensus: await listConsensus(engine.db, review.id),
      present: decidersIn(members).length,
      undeclared: undeclared.map(({ name }) => name),
      today: londonDay(at),
    },
    command,
  );
}

/** The decision that a new one takes the place of: this review’s own, or the one appealed against. */
async function supersededBy(
  { engine }: Pick<Services, 'engine'>,
  { review }: EnteredReview,
): Promise<DecisionRow | null> {
  const all = await listDecisionsOn(engine.db, review.assessmentId);
  const earlier = all.map(({ decision }) => decision);
  return supersededIn(review, { own: await loadDecisionOf(engine.db, review.id), earlier });
}

type Recorded = {
  readonly entered: EnteredReview;
  readonly members: readonly ReviewMember[];
  readonly decided: Decided;
  readonly correction: string | null;
};

async function recordOf(
  { engine }: Services,
  { entered, members, decided, correction }: Recorded,
): Promise<DecisionRecord> {
  const { charter, review, submission, submitted } = entered;
  const deciders = new Set(decidersIn(members).map(({ userId }) => userId));
  const ratings = await listRatings(engine.db, review.id);
  return decisionRecord({
    charter,
    submission: { number: submission.number, sha256: submission.sha256 },
    content: entered.content,
    answers: submitted.answerSet,
    organisation: entered.organisation,
    department: entered.department,
    targetLevel: entered.targetLevel,
    purpose: purposeOf(review.purpose),
    panel: {
      name: entered.panel,
      members: members
        .filter(({ standing }) => standing.kind !== 'replaced')
        .map(({ userId, name, seat, statistics }) => ({
          name,
          seat: seatOf(seat),
          statistics,
          present: deciders.has(userId),
        })),
    },
    consensus: await listConsensus(engine.db, review.id),
    ratings: ratings.map(({ rating }) => rating).filter(({ userId }) => deciders.has(userId)),
    decided,
    correction,
    agreedFacts: correctedFacts(factsOf(entered.content), entered.agreedFacts).map(
      ({ fact, submitted: said, value, reason }) => ({ fact, submitted: said, value, reason }),
    ),
  });
}
