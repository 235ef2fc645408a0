// A charter administrator puts a submission before a panel. People with a conflict of interest that the
// service finds do not count towards the quorum, and get no letter: they learn nothing.
import { addressOf } from '#app/addresses.ts';
import { AWARDING } from '#app/domain/charter/charter.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayAdminister } from '#app/domain/policy/administration.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { seatOf } from '#app/domain/review/panel-size.ts';
import { checkReviewOpening, type NotPutBefore } from '#app/domain/review/review-opening.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import { queueLetter } from '#db/repositories/letters/outbox-rows.ts';
import {
  listMembers,
  loadPanel,
  type MemberRow,
  touchPanel,
} from '#db/repositories/review/panel-rows.ts';
import {
  insertReview,
  listReviewsOfAssessment,
  loadSubmission,
} from '#db/repositories/review/review-rows.ts';
import type { SubmissionRow } from '#db/repositories/submission/submissions.ts';
import type { Db, Write } from '#db/store.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';
import { type AlteredProblem, isAsSubmitted } from '#app/doors/check-record.ts';
import { foundConflicts } from '#app/doors/enter-review.ts';
import { submissionCameWords } from '#words/review/review-letters.ts';
import { letterOf } from '#words/letters/letter.ts';

export type OpenReviewCommand = {
  readonly panelId: string;
  readonly submissionId: string;
  /** An instant, ISO 8601 UTC; null = no date. */
  readonly ratingsDueAt: string | null;
};

export type OpenReviewProblem =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'not-found' }
  | AlteredProblem
  | NotPutBefore;

type Given = Pick<
  Services,
  'engine' | 'library' | 'clock' | 'newId' | 'config' | 'trailSeal' | 'log'
>;

/** The id of the review; its purpose follows from the reviews before it. */
export async function openReview(
  services: Given,
  actor: Actor,
  command: OpenReviewCommand,
): Promise<Result<{ id: string }, OpenReviewProblem>> {
  if (!mayAdminister(actor, 'open-reviews')) return refused({ code: 'not-allowed' });
  return decideAgainOnConflict(async () => {
    const planned = await planReview(services, actor, { ...command, purpose: null });
    if (!planned.ok) return planned;
    await services.engine.commit(planned.value.writes);
    return ok({ id: planned.value.id });
  });
}

type Planned = OpenReviewCommand & {
  /** null = a submission, or a resubmission where one was decided before. */
  readonly purpose: 'appeal' | null;
};

/** The writes that open a review, for whoever commits them with more. */
export async function planReview(
  services: Given,
  actor: Actor,
  { panelId, submissionId, ratingsDueAt, purpose: asked }: Planned,
): Promise<Result<{ id: string; writes: readonly Write[] }, OpenReviewProblem>> {
  const { engine, library, clock, newId, config } = services;
  const panel = await loadPanel(engine.db, panelId);
  const found = await loadSubmission(engine.db, submissionId);
  if (panel === null || found === null) return refused({ code: 'not-found' });
  const { submission, assessment } = found;
  if (!(await isAsSubmitted(services, submission))) return refused({ code: 'altered' });
  const earlier = await listReviewsOfAssessment(engine.db, assessment.id);
  const at = clock().toISOString();
  const able = await ableMembers(engine.db, { panelId, found });
  const quorum =
    library.versions.get(assessment.charter)?.charter.awarding.quorum ?? AWARDING.quorum;
  const seats = able.map(({ seat, statistics }) => ({ seat: seatOf(seat), statistics }));
  const facts = { submission, earlier, purpose: asked, ratingsDueAt, seats, quorum, now: at };
  const purpose = checkReviewOpening(facts);
  if (!purpose.ok) return purpose;
  const id = newId();
  const { organisationId } = assessment;
  const writes = [
    touchPanel(panel),
    insertReview({
      id,
      panelId,
      submissionId,
      assessmentId: assessment.id,
      organisationId,
      purpose: purpose.value,
      openedAt: at,
      openedBy: actor.id,
      ratingsDueAt,
      version: 1,
    }),
    ...able.map((member) => letterTo(member, { origin: config.origin, newId, id, at })),
    opened(actor, { id, at, panelId, submission, organisationId }),
  ];
  return ok({ id, writes });
}

type Opened = {
  readonly id: string;
  readonly at: string;
  readonly panelId: string;
  readonly submission: Pick<SubmissionRow, 'id' | 'number'>;
  readonly organisationId: string;
};

function opened(actor: Actor, { id, at, panelId, submission, organisationId }: Opened): Write {
  return audit({
    at,
    actor: actor.id,
    event: 'review-opened',
    organisation: organisationId,
    subject: id,
    details: { panel: panelId, submission: submission.id, number: submission.number },
  });
}

type Before = {
  readonly panelId: string;
  readonly found: NonNullable<Awaited<ReturnType<typeof loadSubmission>>>;
};

/** The members of a panel who hold a role for it, and in whom no conflict of interest is found. */
async function ableMembers(db: Db, { panelId, found }: Before): Promise<readonly MemberRow[]> {
  const members = (await listMembers(db, panelId)).filter(({ sits }) => sits);
  const conflicts = await foundConflicts(db, {
    people: members.map(({ userId }) => userId),
    organisation: found.assessment.organisationId,
    sponsorId: found.sponsorId,
  });
  return members.filter(({ userId }) => conflicts.get(userId)?.length === 0);
}

type Letter = {
  readonly origin: string;
  readonly newId: Services['newId'];
  readonly id: string;
  readonly at: string;
};

function letterTo({ userId, email }: MemberRow, { origin, newId, id, at }: Letter): Write {
  return queueLetter(
    newId(),
    letterOf({
      key: `review ${id} ${userId}`,
      recipient: email,
      ...submissionCameWords(`${origin}${addressOf('/reviews/:review', { review: id })}`),
    }),
    at,
  );
}
