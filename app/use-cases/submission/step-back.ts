// The two steps back: a signed assessment is reopened, a submitted one is withdrawn before its deadline.
// Both void the signature and leave their trace.
import { stateOf, takeStep } from '#app/domain/submission/life.ts';
import { checkWithdrawing, type NotWithdrawn } from '#app/domain/submission/submitting.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { REASON } from '#app/domain/limits.ts';
import { mustWrite, type TextRule } from '#app/domain/written-text.ts';
import { ok, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { dropSharedCopy } from '#db/repositories/assessment/shared-rows.ts';
import { deleteUnusedFile } from '#db/repositories/evidence/evidence-rows.ts';
import { discardUnusedFile } from '#app/use-cases/evidence/discard-unused-file.ts';
import { audit } from '#db/repositories/audit.ts';
import { listReviewsOfAssessment } from '#db/repositories/review/review-rows.ts';
import { loadRoundOf } from '#db/repositories/administration/round-rows.ts';
import {
  listSubmissions,
  moveState,
  voidSignatures,
  withdrawSubmission,
} from '#db/repositories/submission/submissions.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';
import { type AccessProblem, openAssessment } from '#app/doors/open-assessment.ts';

export type ReopenProblem = AccessProblem | { readonly code: 'not-signed' };
export type WithdrawProblem = AccessProblem | NotWithdrawn | TextRule<'reason-wrong'>;

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
    const next = takeStep(stateOf(assessment.state), 'reopen', 'not-signed');
    if (!next.ok) return next;
    const at = services.clock().toISOString();
    const files = (opened.value.ofOrganisation?.evidence ?? []).flatMap(
      ({ item }) => item.fileId ?? [],
    );
    await services.engine.commit([
      moveState(assessment, next.value, at),
      voidSignatures(id, { at, actor: actor.id }),
      dropSharedCopy(id),
      // What the organisation has removed since was kept for this signature alone.
      ...files.map(deleteUnusedFile),
      audit({
        at,
        actor: actor.id,
        event: 'assessment-reopened',
        organisation: assessment.organisationId,
        subject: id,
      }),
    ]);
    for (const file of files) await discardUnusedFile(services, file);
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
  const [latest] = await listSubmissions(engine.db, id);
  const reviews = await listReviewsOfAssessment(engine.db, id);
  const at = clock().toISOString();
  const step = checkWithdrawing({
    state: stateOf(assessment.state),
    latest,
    reviewed: reviews.map(({ submissionId }) => submissionId),
    own:
      latest === undefined ? null : await loadRoundOf(engine.db, { id, roundId: latest.roundId }),
    now: at,
  });
  if (!step.ok) return step;
  const { next, submission } = step.value;
  await engine.commit([
    moveState(assessment, next, at),
    withdrawSubmission(submission.id, { at, actor: actor.id, reason }),
    voidSignatures(id, { at, actor: actor.id }),
    dropSharedCopy(id),
    audit({
      at,
      actor: actor.id,
      event: 'submission-withdrawn',
      organisation: assessment.organisationId,
      subject: id,
      details: { submission: submission.id, number: submission.number },
    }),
  ]);
  return ok(null);
}
