// What a recorded decision changes, as one list: the review is closed, an award is made, an award that was
// superseded falls, a renewal that failed leaves a grace period, the department hears that there is news.
import { addressOf } from '#app/addresses.ts';
import { createHash } from 'node:crypto';
import { lastValidDay } from '#app/domain/award/award.ts';
import { graceAfter } from '#app/domain/award/grace.ts';
import { charterName } from '#app/domain/charter/charter.ts';
import { headOf } from '#app/domain/letters/letter.ts';
import { letterOf } from '#words/letters/letter.ts';
import { type Actor, KEEPING_ROLES } from '#app/domain/policy/actor.ts';
import { type Decided, levelAwarded } from '#app/domain/review/decision.ts';
import { ok, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import {
  insertAward,
  loadAward,
  loadAwardOf,
  updateAward,
} from '#db/repositories/award/award-rows.ts';
import { type DecisionRow, insertDecision } from '#db/repositories/review/decisions.ts';
import { queueLetter } from '#db/repositories/letters/outbox-rows.ts';
import { listPeopleOf } from '#db/repositories/people/roles.ts';
import { updateReview } from '#db/repositories/review/review-rows.ts';
import type { Write } from '#db/store.ts';
import type { EnteredReview } from '#app/doors/enter-review.ts';
import { AWARD_SUPERSEDED } from '#words/review/decision-words.ts';
import { decidedWords } from '#words/review/review-letters.ts';
import { giveOutFeedback, type GiveOutProblem } from './give-out-documents.ts';
import { londonDay } from '#app/domain/london-day.ts';

export type DecisionGiven = {
  readonly entered: EnteredReview;
  readonly decided: Decided;
  readonly actor: Actor;
  readonly at: string;
  readonly text: string;
  readonly superseded: DecisionRow | null;
};

export type DecisionWrites = {
  readonly id: string;
  readonly writes: readonly Write[];
  /** To be discarded where the commit fails. */
  readonly files: readonly string[];
};

/** The id of a decision and everything that is committed with it. */
export async function decisionWrites(
  services: Services,
  given: DecisionGiven,
): Promise<Result<DecisionWrites, GiveOutProblem>> {
  const { actor, at, entered, superseded } = given;
  const row = rowOf(given, services.newId());
  const feedback = await giveOutFeedback(services, { decision: row, actor, at });
  if (!feedback.ok) return feedback;
  const { id, outcome, level, sha256 } = row;
  const files = feedback.value.documents.map(({ file }) => file);
  const writes: readonly Write[] = [
    updateReview(entered.review, { closedAt: at }),
    insertDecision(row),
    ...feedback.value.writes,
    ...(await supersededAward(services, given)),
    ...awardOf(services, given, id),
    ...(await graceOf(services, given)),
    ...(await lettersOf(services, given, id)),
    audit({
      at,
      actor: actor.id,
      event: 'decision-recorded',
      organisation: entered.review.organisationId,
      subject: entered.review.assessmentId,
      details: {
        decision: id,
        outcome,
        level,
        sha256,
        supersedes: superseded?.id ?? null,
        feedback: files.map((file) => file.sha256).join(' '),
      },
    }),
  ];
  return ok({ id, writes, files: files.map((file) => file.id) });
}

function rowOf({ entered, decided, actor, at, text, superseded }: DecisionGiven, id: string) {
  const { review } = entered;
  const { outcome, level, revisionsDueOn } = decided;
  return {
    id,
    reviewId: review.id,
    submissionId: review.submissionId,
    assessmentId: review.assessmentId,
    organisationId: review.organisationId,
    outcome,
    level,
    revisionsDueOn,
    record: text,
    sha256: createHash('sha256').update(text).digest('hex'),
    decidedAt: at,
    decidedBy: actor.id,
    supersedes: superseded?.id ?? null,
  };
}

/** An award of the decision that is superseded does not stand any longer. */
async function supersededAward(
  { engine }: Services,
  { superseded, at, actor }: DecisionGiven,
): Promise<readonly Write[]> {
  const award = superseded === null ? null : await loadAwardOf(engine.db, superseded.id);
  if (award === null || award.withdrawnAt !== null) return [];
  return [
    updateAward(award, {
      withdrawnAt: at,
      withdrawnBy: actor.id,
      withdrawnReason: AWARD_SUPERSEDED,
    }),
  ];
}

function awardOf({ newId }: Services, given: DecisionGiven, decisionId: string): readonly Write[] {
  const { entered, decided, at } = given;
  const level = levelAwarded(decided);
  if (level === null) return [];
  const awardedOn = londonDay(at);
  return [
    insertAward({
      id: newId(),
      organisationId: entered.review.organisationId,
      departmentId: entered.departmentId,
      organisation: entered.organisation,
      department: entered.department,
      charter: charterName(entered.charter),
      level,
      decisionId,
      submissionId: entered.review.submissionId,
      assessmentId: entered.review.assessmentId,
      awardedOn,
      validUntil: lastValidDay(awardedOn, entered.charter.awarding.years),
      renews: entered.renews,
      createdAt: at,
    }),
  ];
}

/** A renewal that did not succeed leaves the award before it a grace period, once. */
async function graceOf(
  { engine }: Services,
  { entered, decided, at }: DecisionGiven,
): Promise<readonly Write[]> {
  const before = entered.renews === null ? null : await loadAward(engine.db, entered.renews);
  if (before === null) return [];
  const graceUntil = graceAfter(before, { outcome: decided.outcome, decidedOn: londonDay(at) });
  return graceUntil === null ? [] : [updateAward(before, { graceUntil })];
}

async function lettersOf(
  { engine, config, newId }: Services,
  { entered, at }: DecisionGiven,
  decisionId: string,
): Promise<readonly Write[]> {
  const { review, department, departmentId } = entered;
  const people = await listPeopleOf(engine.db, {
    organisation: review.organisationId,
    department: departmentId,
    roles: KEEPING_ROLES,
  });
  return people.map(({ id, email }) =>
    queueLetter(
      newId(),
      letterOf({
        key: `decision ${decisionId} ${id}`,
        recipient: email,
        tokenOf: headOf(`assessment/${review.assessmentId}`),
        ...decidedWords({
          department,
          url: `${config.origin}${addressOf('/assessments/:id/decision', { id: review.assessmentId })}`,
        }),
      }),
      at,
    ),
  );
}
