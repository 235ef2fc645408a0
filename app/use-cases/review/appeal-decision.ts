// The department appeals a decision in time; an administrator dismisses the appeal, or puts the submission
// as it was before a panel that shares nobody with the first. Both with the reason.
import { addressOf } from '#app/addresses.ts';
import { letterOf } from '#words/letters/letter.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayAdminister } from '#app/domain/policy/administration.ts';
import { REVIEW_TEXTS } from '#app/domain/limits.ts';
import { mustWrite, type TextRule } from '#app/domain/written-text.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import {
  checkAnswering,
  checkAppeal,
  checkOtherPanel,
  type NotAnswered,
  type NotAppealed,
} from '#app/domain/review/appeal.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import {
  type AppealRow,
  closeAppeal,
  insertAppeal,
  listAppealsOn,
  listDecisionsOn,
  loadAppeal,
  loadDecision,
} from '#db/repositories/review/decisions.ts';
import { queueLetter } from '#db/repositories/letters/outbox-rows.ts';
import { listMembers, listTakenSeats } from '#db/repositories/review/panel-rows.ts';
import { loadPerson } from '#db/repositories/accounts/sign-in-rows.ts';
import { loadReview } from '#db/repositories/review/review-rows.ts';
import type { Write } from '#db/store.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';
import { londonDay } from '#app/domain/london-day.ts';
import { type AccessProblem, openAssessment } from '#app/doors/open-assessment.ts';
import { appealAnswered } from '#words/review/review-letters.ts';
import { type OpenReviewProblem, planReview } from './open-review.ts';

export type AppealProblem = AccessProblem | NotAppealed;

/** The id of the appeal against the newest decision. */
export async function appealDecision(
  services: Services,
  actor: Actor,
  { assessmentId, grounds: typed }: { readonly assessmentId: string; readonly grounds: string },
): Promise<Result<{ id: string }, AppealProblem>> {
  const { engine, clock, newId } = services;
  const opened = await openAssessment(services, actor, { id: assessmentId, act: 'appeal' });
  if (!opened.ok) return opened;
  const { assessment } = opened.value;
  const [newest] = await listDecisionsOn(engine.db, assessmentId);
  const at = clock().toISOString();
  const checked = checkAppeal({
    decision: newest?.decision,
    appeals: await listAppealsOn(engine.db, assessmentId),
    grounds: typed,
    today: londonDay(at),
  });
  if (!checked.ok) return checked;
  const { decision, grounds } = checked.value;
  const id = newId();
  await engine.commit([
    insertAppeal({
      id,
      decisionId: decision.id,
      assessmentId,
      organisationId: assessment.organisationId,
      grounds,
      madeAt: at,
      madeBy: actor.id,
    }),
    audit({
      at,
      actor: actor.id,
      event: 'decision-appealed',
      organisation: assessment.organisationId,
      subject: assessmentId,
      details: { decision: decision.id, appeal: id },
    }),
  ]);
  return ok({ id });
}

export type AnswerAppealCommand = {
  readonly appealId: string;
  readonly reason: string;
  /** The panel for the new review; null = the appeal is dismissed. */
  readonly panelId: string | null;
};

export type AnswerAppealProblem = OpenReviewProblem | NotAnswered | TextRule<'answer-wrong'>;

/** The appeal, answered. */
export async function answerAppeal(
  services: Services,
  actor: Actor,
  command: AnswerAppealCommand,
): Promise<Result<{ id: string }, AnswerAppealProblem>> {
  if (!mayAdminister(actor, 'answer-appeals')) return refused({ code: 'not-allowed' });
  const reason = mustWrite(REVIEW_TEXTS.appealAnswer, command.reason);
  if (!reason.ok) return reason;
  return decideAgainOnConflict(() => answer(services, actor, { ...command, reason: reason.value }));
}

async function answer(
  services: Services,
  actor: Actor,
  { appealId, reason, panelId }: AnswerAppealCommand,
): Promise<Result<{ id: string }, AnswerAppealProblem>> {
  const { engine, clock } = services;
  const found = await loadAppeal(engine.db, appealId);
  if (found === null) return refused({ code: 'not-found' });
  const open = checkAnswering(found);
  if (!open.ok) return open;
  const appeal = open.value;
  const again = panelId === null ? null : await reviewAgain(services, actor, { appeal, panelId });
  if (again !== null && !again.ok) return again;
  const at = clock().toISOString();
  const outcome = again === null ? 'dismissed' : 'accepted';
  await engine.commit([
    ...(again === null ? [] : again.value.writes),
    closeAppeal(appealId, {
      outcome,
      outcomeReason: reason,
      closedAt: at,
      closedBy: actor.id,
      reviewId: again === null ? null : again.value.id,
    }),
    ...(await letterTo(services, appeal, at)),
    audit({
      at,
      actor: actor.id,
      event: `appeal-${outcome}`,
      organisation: appeal.organisationId,
      subject: appeal.assessmentId,
      details: { appeal: appealId, panel: panelId },
    }),
  ]);
  return ok({ id: appealId });
}

async function reviewAgain(
  services: Services,
  actor: Actor,
  { appeal, panelId }: { readonly appeal: AppealRow; readonly panelId: string },
): Promise<Result<{ id: string; writes: readonly Write[] }, AnswerAppealProblem>> {
  const { db } = services.engine;
  const decision = await loadDecision(db, appeal.decisionId);
  const before = decision && (await loadReview(db, decision.reviewId));
  if (!decision || !before) return refused({ code: 'not-found' });
  const people = async (panel: string) =>
    (await listMembers(db, panel)).map(({ userId }) => userId);
  // Whoever took a seat in that review decided it, too.
  const took = (await listTakenSeats(db, [before.review.id])).map(({ userId }) => userId);
  const decided = [...(await people(before.review.panelId)), ...took];
  const other = checkOtherPanel(decided, await people(panelId));
  if (!other.ok) return other;
  const { submissionId } = decision;
  return planReview(services, actor, {
    panelId,
    submissionId,
    ratingsDueAt: null,
    purpose: 'appeal',
  });
}

async function letterTo(
  { engine, config, newId }: Services,
  { id, assessmentId, madeBy }: AppealRow,
  at: string,
): Promise<readonly Write[]> {
  const person = await loadPerson(engine.db, madeBy);
  if (person === null) return [];
  return [
    queueLetter(
      newId(),
      letterOf({
        key: `appeal ${id}`,
        recipient: person.email,
        ...appealAnswered(
          `${config.origin}${addressOf('/assessments/:id/decision', { id: assessmentId })}`,
        ),
      }),
      at,
    ),
  ];
}
