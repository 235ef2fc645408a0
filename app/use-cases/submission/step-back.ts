// The two steps back: a signed assessment is reopened, a submitted one is withdrawn before its deadline.
// Both void the signature and leave their trace.
import { after, stateOf } from '#app/domain/submission/life.ts';
import { closesFor, roundState } from '#app/domain/assessment/round-times.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { REASON } from '#app/domain/limits.ts';
import { mustWrite } from '#app/domain/written-text.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import { listReviewsOfAssessment } from '#db/repositories/review/review-rows.ts';
import { loadRoundOf } from '#db/repositories/administration/round-rows.ts';
import {
  listSubmissions,
  moveState,
  type SubmissionRow,
  voidSignatures,
  withdrawSubmission,
} from '#db/repositories/submission/submissions.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';
import { type AccessProblem, openAssessment } from '#app/doors/open-assessment.ts';

export type ReopenProblem = AccessProblem | { readonly code: 'not-signed' };
export type WithdrawProblem =
  | AccessProblem
  | { readonly code: 'not-submitted' }
  | { readonly code: 'before-a-panel' }
  | { readonly code: 'reason-wrong'; readonly most: number }
  | { readonly code: 'round-closed'; readonly closedAt: string };

/** Back to a draft; the sponsor signs again afterwards. */
export async function reopenAssessment(
  services: Services,
  actor: Actor,
  { assessmentId: id }: { readonly assessmentId: string },
): Promise<Result<null, ReopenProblem>> {
  return decideAgainOnConflict(async () => {
    const opened = await openAssessment(services, actor, { id, act: 'reopen' });
    if (!opened.ok) return opened;
    const { assessment } = opened.value;
    const next = after(stateOf(assessment.state), 'reopen');
    if (next === null) return refused({ code: 'not-signed' });
    const at = services.clock().toISOString();
    await services.engine.commit([
      moveState(assessment, next, at),
      voidSignatures(id, { at, actor: actor.id }),
      audit({
        at,
        actor: actor.id,
        event: 'assessment-reopened',
        organisation: assessment.organisationId,
        subject: id,
      }),
    ]);
    return ok(null);
  });
}

export type WithdrawCommand = { readonly assessmentId: string; readonly reason: string };

/** Back to a draft while the round is open; the submission stays on record as withdrawn. */
export async function withdrawAssessment(
  services: Services,
  actor: Actor,
  command: WithdrawCommand,
): Promise<Result<null, WithdrawProblem>> {
  const reason = mustWrite(REASON, command.reason);
  if (!reason.ok) return reason;
  return decideAgainOnConflict(() =>
    withdraw(services, actor, { ...command, reason: reason.value }),
  );
}

async function withdraw(
  services: Services,
  actor: Actor,
  { assessmentId: id, reason }: WithdrawCommand,
): Promise<Result<null, WithdrawProblem>> {
  const { engine, clock } = services;
  const opened = await openAssessment(services, actor, { id, act: 'withdraw' });
  if (!opened.ok) return opened;
  const { assessment } = opened.value;
  const next = after(stateOf(assessment.state), 'withdraw');
  const [latest] = await listSubmissions(engine.db, id);
  if (next === null || latest === undefined) return refused({ code: 'not-submitted' });
  const reviews = await listReviewsOfAssessment(engine.db, id);
  if (reviews.some(({ submissionId }) => submissionId === latest.id)) {
    return refused({ code: 'before-a-panel' });
  }
  const at = clock().toISOString();
  const closed = await closedSince(services, latest, at);
  if (closed !== null) return refused({ code: 'round-closed', closedAt: closed });
  await engine.commit([
    moveState(assessment, next, at),
    withdrawSubmission(latest.id, { at, actor: actor.id, reason }),
    voidSignatures(id, { at, actor: actor.id }),
    audit({
      at,
      actor: actor.id,
      event: 'submission-withdrawn',
      organisation: assessment.organisationId,
      subject: id,
      details: { submission: latest.id, number: latest.number },
    }),
  ]);
  return ok(null);
}

async function closedSince(
  { engine }: Services,
  { assessmentId: id, roundId }: SubmissionRow,
  now: string,
): Promise<string | null> {
  const found = await loadRoundOf(engine.db, { id, roundId });
  if (found === null) return null;
  const { round, extensions } = found;
  const closesAt = closesFor(round, extensions);
  return roundState(round, { closesAt, now }) === 'closed' ? closesAt : null;
}
