// Whoever writes an answer asks for a look at it; a lead agrees to it, or sends it back with a comment.
import { addressOf } from '#app/addresses.ts';
import { checkComment, type CommentProblem } from '#app/domain/assessment/comment.ts';
import {
  decideReview,
  type NotReviewed,
  plannedWork,
  type ReviewStep,
} from '#app/domain/assessment/criterion-review.ts';
import { criterionState } from '#app/domain/assessment/work-progress.ts';
import { findCriterion } from '#app/domain/charter/charter.ts';
import { oncePerHour } from '#app/domain/letters/letter.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayWithAssessment } from '#app/domain/policy/assessment.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';
import { isAnsweredByOrganisation } from '#app/doors/of-organisation.ts';
import {
  type AccessProblem,
  type OpenAssessment,
  openAssessment,
} from '#app/doors/open-assessment.ts';
import { recordChange } from '#app/doors/record-change.ts';
import type { Services } from '#app/services.server.ts';
import { answerSetIn } from '#db/repositories/assessment/assessment-content.ts';
import { listAssignments } from '#db/repositories/assessment/assignments.ts';
import { insertComment } from '#db/repositories/assessment/comment-rows.ts';
import { listCriterionPlans, saveReview } from '#db/repositories/assessment/criterion-plans.ts';
import { queueLetter } from '#db/repositories/letters/outbox-rows.ts';
import { listPeopleOf } from '#db/repositories/people/roles.ts';
import { WRITERS } from '#app/domain/policy/assessment.ts';
import type { Write } from '#db/store.ts';
import { sentBackWords } from '#words/assessment/team-letters.ts';
import { letterOf } from '#words/letters/letter.ts';

export type ReviewAnswerCommand = {
  readonly assessmentId: string;
  readonly criterion: string;
  readonly step: ReviewStep;
  /** The version of the answer that the reader had before them. */
  readonly readVersion: number;
  /** Why it is sent back; '' otherwise. */
  readonly comment: string;
};

export type ReviewAnswerProblem = AccessProblem | NotReviewed | CommentProblem;

/** The criterion, with what is said of its answer. */
export async function reviewAnswer(
  services: Services,
  actor: Actor,
  command: ReviewAnswerCommand,
): Promise<Result<{ criterion: string }, ReviewAnswerProblem>> {
  return decideAgainOnConflict(() => review(services, actor, command));
}

async function review(
  services: Services,
  actor: Actor,
  { assessmentId, criterion: id, step, readVersion, comment }: ReviewAnswerCommand,
): Promise<Result<{ criterion: string }, ReviewAnswerProblem>> {
  const { engine, clock, newId } = services;
  const opened = await openAssessment(services, actor, { id: assessmentId, act: 'answer' });
  if (!opened.ok) return opened;
  const { assessment } = opened.value;
  const place = { organisation: assessment.organisationId, department: assessment.departmentId };
  if (isAnsweredByOrganisation(opened.value, id)) return refused({ code: 'not-found' });
  const isReady = readyIn(opened.value, id);
  if (isReady === null) return refused({ code: 'not-found' });
  const plans = await listCriterionPlans(engine.db, assessmentId);
  const { version, review: said } = plannedWork(plans, opened.value.answers)(id);
  const decided = decideReview({
    step,
    review: said,
    isSeen: readVersion === version,
    isLead: mayWithAssessment(actor, 'assign', place),
    isReady,
  });
  if (!decided.ok) return decided;
  const at = clock().toISOString();
  const back =
    step === 'sent-back'
      ? await sendingBack(services, opened.value, { criterion: id, comment, at, actor })
      : ok([]);
  if (!back.ok) return back;
  await engine.commit([
    ...back.value,
    saveReview({
      id: newId(),
      assessmentId,
      criterion: id,
      review: decided.value,
      answerVersion: version,
      updatedAt: at,
      updatedBy: actor.id,
    }),
    ...recordChange({
      assessment,
      actor,
      at,
      event: 'answer-reviewed',
      details: { criterion: id, review: decided.value },
    }),
  ]);
  return ok({ criterion: id });
}

/** Whether the answer is ready; null = there is no such criterion. */
function readyIn(opened: OpenAssessment, id: string): boolean | null {
  const { charter } = opened;
  const answerSet = answerSetIn(opened);
  const criterion = findCriterion(charter, id);
  const score = scoreAssessment(charter, answerSet).criteria.find((row) => row.id === id);
  if (criterion === undefined || score === undefined) return null;
  return criterionState(criterion, answerSet.answers.get(id), { charter, score }) === 'ready';
}

type Back = {
  readonly criterion: string;
  readonly comment: string;
  readonly at: string;
  readonly actor: Actor;
};

/** The comment, and a letter to everybody who writes the criterion and may still do so. */
async function sendingBack(
  { engine, newId, config }: Services,
  { assessment, department }: OpenAssessment,
  { criterion, comment, at, actor }: Back,
): Promise<Result<readonly Write[], CommentProblem>> {
  const text = checkComment(comment);
  if (!text.ok) return text;
  const { id: assessmentId, organisationId, departmentId } = assessment;
  const writers = await listPeopleOf(engine.db, {
    organisation: organisationId,
    department: departmentId,
    roles: WRITERS,
  });
  const asked = new Set(
    (await listAssignments(engine.db, assessmentId))
      .filter((one) => one.criterion === criterion)
      .map(({ userId }) => userId),
  );
  const told = writers.filter(({ id }) => asked.has(id) && id !== actor.id);
  const url = `${config.origin}${addressOf('/assessments/:id/criteria/:criterion/comments', { id: assessmentId, criterion })}`;
  return ok([
    insertComment({
      id: newId(),
      assessmentId,
      criterion,
      text: text.value,
      mentions: told.map(({ id }) => id),
      createdAt: at,
      createdBy: actor.id,
    }),
    ...told.map((person) =>
      queueLetter(
        newId(),
        letterOf({
          key: `sent back ${assessmentId} ${criterion} ${person.id} ${oncePerHour(at)}`,
          recipient: person.email,
          ...sentBackWords({ by: actor.name, criterion, department, url }),
        }),
        at,
      ),
    ),
  ]);
}
