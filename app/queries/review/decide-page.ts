// Before the decision: the score of what is agreed so far, what each level needs, and what stands in the
// way. For those who see ratings; the chair alone decides.
import type { Charter } from '#app/domain/charter/charter.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, type Result } from '#app/domain/problem.ts';
import { consensusScore } from '#app/domain/review/consensus-score.ts';
import { recordIn } from '#app/doors/kept-record.ts';
import { DECISION, type DraftTexts, ownPlace } from '#app/domain/review/meeting-draft.ts';
import { OUTCOMES } from '#app/domain/review/decided-outcome.ts';
import { outcomeText } from '#words/review/outcome-text.ts';
import { rates } from '#app/domain/review/panel-size.ts';
import { mayInReview } from '#app/domain/policy/review.ts';
import { applyingCriteria } from '#app/domain/scoring/applying.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import type { Scorecard } from '#app/domain/scoring/scorecard.ts';
import { outcomeMeaning } from '#words/review/decision-words.ts';
import { whereWeStand } from '#reports/where-we-stand-model.ts';
import { levelSteps } from '#reports/level-steps.ts';
import { levelText, scoreText } from '#words/kit/wording.ts';
import type { Services } from '#app/services.server.ts';
import {
  decidersIn,
  type EnteredReview,
  enterReview,
  membersOf,
  type ReviewAccessProblem,
} from '#app/doors/enter-review.ts';
import { loadHeldUntil } from '#db/repositories/accounts/account-security.ts';
import { loadDecisionOf } from '#db/repositories/review/decisions.ts';
import { standingDraft } from '#db/repositories/review/review-drafts.ts';
import { listConsensus } from '#db/repositories/review/rating-rows.ts';
import { criteriaTable, sectionsTable } from './agreed-tables.ts';
import { levelsExplained } from '#app/queries/assessment/where-we-stand-page.ts';

/** The page; every number in it follows from what is agreed. */
export async function decidePage(
  services: Services,
  actor: Actor,
  id: string,
): Promise<Result<DecidePage, ReviewAccessProblem>> {
  const entered = await enterReview(services, actor, { id, act: 'see-ratings' });
  if (!entered.ok) return entered;
  const until = await loadHeldUntil(services.engine.db, actor.id, services.clock());
  const own = ownPlace(entered.value, actor, DECISION);
  const { texts, now } = await standingDraft(services.engine.db, own);
  const draft = { texts, kept: Object.keys(texts).length > 0, read: now.draft };
  return ok({ ...(await page(services, entered.value)), heldUntil: until, draft });
}

async function page({ engine, unshownWords }: Services, entered: EnteredReview) {
  const { charter, review, me, phase, submitted, targetLevel } = entered;
  const members = await membersOf(engine.db, entered);
  const consensus = await listConsensus(engine.db, review.id);
  const agreed = new Map(consensus.map(({ criterion, rating }) => [criterion, rating]));
  const scored = consensusScore(charter, submitted.answerSet, agreed);
  const own = scoreAssessment(charter, submitted.answerSet);
  const asked = applyingCriteria(charter, submitted.answerSet);
  const open = asked.filter(({ id }) => !agreed.has(id));
  // A level or a score of claims that nobody has agreed to would mislead.
  const whole = open.length === 0 ? scored : null;
  const decision = await loadDecisionOf(engine.db, review.id);
  const record = decision === null ? null : recordIn(decision);
  const order = charter.levels.map((level) => level.id);
  return {
    id: review.id,
    organisation: entered.organisation,
    department: entered.department,
    unshown: unshownWords([
      entered.organisation,
      entered.department,
      members.map(({ name }) => name),
      consensus,
      submitted.answerSet,
      submitted.actions,
    ]),
    phase,
    mayDecide: mayInReview(me.standing, phase, 'decide'),
    open: open.map(({ id, title }) => ({ id, title })),
    all: asked.length,
    quorum: charter.awarding.quorum,
    present: decidersIn(members).map(({ name }) => name),
    undeclared: members
      .filter(({ standing }) => standing.kind === 'to-declare' && rates(standing.seat))
      .map(({ name }) => name),
    requirements: asked.flatMap(({ id }) =>
      consensus.some((row) => row.criterion === id && row.requirement !== '') ? [id] : [],
    ),
    target: levelText(charter, targetLevel),
    targetSteps: levelSteps(charter.levels, targetLevel),
    reached: whole && reachedBy(charter, whole, targetLevel),
    sections: sectionsTable(charter, { own, agreed: whole }),
    criteria: criteriaTable(entered, { own, scored, agreed }),
    outcomes: OUTCOMES.map((outcome) => ({ value: outcome, label: outcomeText(outcome) })),
    lower: charter.levels
      .slice(0, Math.max(order.indexOf(targetLevel), 0))
      .map(({ id: value, label }) => ({ value, label })),
    decided:
      decision === null || record === null
        ? null
        : {
            outcome: outcomeText(record.outcome),
            meaning: outcomeMeaning(charter, record),
            summary: record.summary,
            at: decision.decidedAt,
            sha256: decision.sha256,
          },
  };
}

/** What the panel’s ratings reach, once every criterion is agreed. */
function reachedBy(charter: Charter, scorecard: Scorecard, target: string) {
  return {
    steps: levelSteps(charter.levels, scorecard.level),
    level: levelText(charter, scorecard.level),
    overall: scoreText(scorecard.overall),
    finding: whereWeStand(charter, scorecard, { target }).finding,
    levels: levelsExplained(charter, scorecard),
  };
}

export type DecidePage = Awaited<ReturnType<typeof page>> & {
  /** Until when they may not record it, because their password was reset; null = they may. */
  readonly heldUntil: string | null;
  /** What the one who reads the page has typed on it and not recorded. */
  readonly draft: {
    readonly texts: DraftTexts;
    readonly kept: boolean;
    /** Its version; 0 = none. */
    readonly read: number;
  };
};
