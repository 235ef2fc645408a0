// Submits a signed assessment to its round: locked, numbered, with its whole content and the hash of it.
// Submitting twice is one submission. Whatever is under way at the same time lands fully before, or is
// refused: the version that was read must still be the version when it is committed.
import { addressOf } from '#app/addresses.ts';
import { isSubmitted, stateOf } from '#app/domain/submission/life.ts';
import {
  checkRival,
  checkSubmitting,
  type NotSubmitted,
  type ReadBefore,
  type SubmittedAnother,
} from '#app/domain/submission/submitting.ts';
import { headOf } from '#app/domain/letters/letter.ts';
import { letterOf } from '#words/letters/letter.ts';
import { type Actor, KEEPING_ROLES } from '#app/domain/policy/actor.ts';
import { ok, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import { queueLetter } from '#db/repositories/letters/outbox-rows.ts';
import { loadRevision } from '#db/repositories/review/decisions.ts';
import { loadRoundOf } from '#db/repositories/administration/round-rows.ts';
import { listPeopleOf } from '#db/repositories/people/roles.ts';
import {
  insertSubmission,
  listSubmissions,
  loadRival,
  loadSignature,
  moveState,
  noRivalYet,
} from '#db/repositories/submission/submissions.ts';
import type { Write } from '#db/store.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';
import {
  type AccessProblem,
  type OpenAssessment,
  openAssessment,
} from '#app/doors/open-assessment.ts';
import { submittedWords } from '#words/submission/submission-letters.ts';
import { submissionContent } from './submission-content.ts';

export type SubmitProblem = AccessProblem | NotSubmitted | SubmittedAnother;

export type SubmitCommand = {
  readonly assessmentId: string;
  /** What the person had before them when they confirmed; nothing = whatever is there. */
  readonly read?: ReadBefore;
};

/** The number of the submission: of the one made now, or of the one that is there already. */
export async function submitAssessment(
  services: Services,
  actor: Actor,
  command: SubmitCommand,
): Promise<Result<{ number: number }, SubmitProblem>> {
  return decideAgainOnConflict(() => submit(services, actor, command));
}

async function submit(
  services: Services,
  actor: Actor,
  { assessmentId: id, read }: SubmitCommand,
): Promise<Result<{ number: number }, SubmitProblem>> {
  const { engine, clock, newId } = services;
  const opened = await openAssessment(services, actor, { id, act: 'submit' });
  if (!opened.ok) return opened;
  const { assessment } = opened.value;
  if (isSubmitted(stateOf(assessment.state))) return ok({ number: await numberOf(services, id) });
  const content = submissionContent(services, opened.value);
  const now = clock().toISOString();
  const { sha256 } = content;
  const facts = await factsFor(services, assessment);
  const step = checkSubmitting({ ...facts, by: actor.id, sha256, read, now });
  if (!step.ok) return step;
  const { next, signatureId, roundId } = step.value;
  const place = { ...assessment, assessmentId: id, roundId };
  const alone = checkRival(await loadRival(engine.db, place));
  if (!alone.ok) return alone;
  const submission = newId();
  await engine.commit([
    noRivalYet(place),
    moveState(assessment, next, now),
    insertSubmission({
      id: submission,
      assessmentId: id,
      roundId,
      signatureId,
      snapshot: content.text,
      sha256,
      submittedAt: now,
      submittedBy: actor.id,
    }),
    ...(await receipts(services, opened.value, { submission, at: now })),
    audit({
      at: now,
      actor: actor.id,
      event: 'assessment-submitted',
      organisation: assessment.organisationId,
      subject: id,
      details: { submission, sha256, round: roundId },
    }),
  ]);
  return ok({ number: await numberOf(services, id) });
}

async function factsFor({ engine: { db } }: Services, assessment: OpenAssessment['assessment']) {
  return {
    state: stateOf(assessment.state),
    signature: await loadSignature(db, assessment.id),
    revision: await loadRevision(db, assessment.id),
    roundId: assessment.roundId,
    own: await loadRoundOf(db, assessment),
  };
}

async function numberOf({ engine }: Services, assessmentId: string): Promise<number> {
  const [latest] = await listSubmissions(engine.db, assessmentId);
  return latest?.number ?? 0;
}

async function receipts(
  { engine, config, newId }: Services,
  { assessment, department }: OpenAssessment,
  { submission, at }: { readonly submission: string; readonly at: string },
): Promise<readonly Write[]> {
  const people = await listPeopleOf(engine.db, {
    organisation: assessment.organisationId,
    department: assessment.departmentId,
    roles: KEEPING_ROLES,
  });
  return people.map(({ id, email }) =>
    queueLetter(
      newId(),
      letterOf({
        key: `receipt ${submission} ${id}`,
        recipient: email,
        tokenOf: headOf(`assessment/${assessment.id}`),
        ...submittedWords({
          department,
          url: `${config.origin}${addressOf('/assessments/:id/submission', { id: assessment.id })}`,
        }),
      }),
      at,
    ),
  );
}
