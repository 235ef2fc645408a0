// Submits a signed assessment to its round: locked, numbered, with its whole content and the hash of it.
// Submitting twice is one submission. Whatever is under way at the same time lands fully before, or is
// refused: the version that was read must still be the version when it is committed.
import { addressOf } from '#app/addresses.ts';
import { after, stateOf } from '#app/domain/submission/life.ts';
import { closesFor, roundState } from '#app/domain/assessment/round-times.ts';
import { headOf } from '#app/domain/letters/letter.ts';
import { letterOf } from '#words/letters/letter.ts';
import { type Actor, KEEPING_ROLES } from '#app/domain/policy/actor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
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
import { londonDay } from '#app/domain/london-day.ts';
import {
  type AccessProblem,
  type OpenAssessment,
  openAssessment,
} from '#app/doors/open-assessment.ts';
import { submittedWords } from '#words/submission/submission-letters.ts';
import { submissionContent } from './submission-content.ts';

export type SubmitProblem =
  | AccessProblem
  | { readonly code: 'not-signed' }
  /** Whoever signed does not submit as well. */
  | { readonly code: 'signed-it' }
  | { readonly code: 'no-round' }
  | { readonly code: 'round-not-open-yet'; readonly opensAt: string }
  | { readonly code: 'round-closed'; readonly closedAt: string }
  /** Another assessment of the department is before the same round for the same charter. */
  | { readonly code: 'submitted-another'; readonly number: number }
  /** What was signed, or the round, is not what the page had shown. */
  | { readonly code: 'not-as-read' }
  /** The day by which the panel asked for revisions is over. */
  | { readonly code: 'revisions-over'; readonly dueOn: string };

export type SubmitCommand = {
  readonly assessmentId: string;
  /** What the person had before them when they confirmed; nothing = whatever is there. */
  readonly read?: { readonly signatureId: string; readonly roundId: string | null };
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
  const state = stateOf(assessment.state);
  if (state === 'submitted') return ok({ number: await numberOf(services, id) });
  const next = after(state, 'submit');
  const signature = await loadSignature(engine.db, id);
  if (next === null || signature === null) return refused({ code: 'not-signed' });
  if (signature.userId === actor.id) return refused({ code: 'signed-it' });
  const content = submissionContent(services, opened.value);
  if (content.sha256 !== signature.contentSha256) return refused({ code: 'not-signed' });
  const now = clock().toISOString();
  const round = await roundFor(services, opened.value, now);
  if (!round.ok) return round;
  if (!isAsRead(read, { signature, assessment })) return refused({ code: 'not-as-read' });
  const place = { ...assessment, assessmentId: id, roundId: round.value };
  const rival = await loadRival(engine.db, place);
  if (rival !== null) return refused({ code: 'submitted-another', number: rival.number });
  const submission = newId();
  await engine.commit([
    noRivalYet(place),
    moveState(assessment, next, now),
    insertSubmission({
      id: submission,
      assessmentId: id,
      roundId: round.value,
      signatureId: signature.id,
      snapshot: content.text,
      sha256: content.sha256,
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
      details: { submission, sha256: content.sha256, round: round.value },
    }),
  ]);
  return ok({ number: await numberOf(services, id) });
}

type Now = { readonly signature: { readonly id: string } } & Pick<OpenAssessment, 'assessment'>;

function isAsRead(read: SubmitCommand['read'], { signature, assessment }: Now): boolean {
  if (read === undefined) return true;
  return read.signatureId === signature.id && read.roundId === assessment.roundId;
}

/** The id of the round that takes it; where the panel asked for revisions, their date decides. */
async function roundFor(
  { engine }: Services,
  { assessment }: OpenAssessment,
  now: string,
): Promise<Result<string | null, SubmitProblem>> {
  const revision = await loadRevision(engine.db, assessment.id);
  if (revision !== null) {
    return londonDay(now) <= revision.dueOn
      ? ok(assessment.roundId)
      : refused({ code: 'revisions-over', dueOn: revision.dueOn });
  }
  const found = await loadRoundOf(engine.db, assessment);
  if (found === null) return refused({ code: 'no-round' });
  const { round, extensions } = found;
  const closesAt = closesFor(round, extensions);
  const open = roundState(round, { closesAt, now });
  if (open === 'not-open-yet') {
    return refused({ code: 'round-not-open-yet', opensAt: round.opensAt });
  }
  return open === 'closed' ? refused({ code: 'round-closed', closedAt: closesAt }) : ok(round.id);
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
