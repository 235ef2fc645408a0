// One assessment as pages and documents read it: its charter, its answers, its scorecard.
import { planOrder } from '#app/domain/plan/plan-order.ts';
import { savedAction } from '#app/domain/plan/saved-action.ts';
import { labelOf } from '#app/domain/assessment/draft-name.ts';
import { londonDay } from '#app/domain/london-day.ts';
import { stateOf } from '#app/domain/submission/life.ts';
import { criteriaToConfirm } from '#app/domain/scoring/confirmed.ts';
import { progressOf } from '#app/domain/assessment/work-progress.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import {
  type AssessmentAct,
  isOpenFor,
  mayWithAssessment,
  visibleAssessments,
} from '#app/domain/policy/assessment.ts';
import { inWordsFor } from '#app/domain/charter/in-words-for.ts';
import { withoutCounts } from '#app/domain/scoring/indicator.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import type { Services } from '#app/services.server.ts';
import { actionIn } from '#db/repositories/plan/action-rows.ts';
import {
  type LoadedAssessment,
  loadAssessment,
  loadAssessments,
} from '#db/repositories/assessment/assessments.ts';
import { newestFact } from '#db/repositories/assessment/fact-rows.ts';
import { scoredAnswers } from './scored-answers.ts';
import { fileHeld } from './file-held.ts';

type Given = Pick<Services, 'engine' | 'library' | 'scanFile' | 'clock'>;

/** The assessment with its score; null where this person finds none. */
export async function assessmentView(services: Given, actor: Actor, id: string) {
  const loaded = await loadAssessment(services.engine.db, visibleAssessments(actor), id);
  return loaded === null ? null : viewOf(services, actor, loaded);
}

/** Every assessment in sight with its score, newest first. */
export async function assessmentViews(
  services: Given,
  actor: Actor,
): Promise<readonly AssessmentView[]> {
  const all = await loadAssessments(services.engine.db, visibleAssessments(actor));
  return all.flatMap((loaded) => viewOf(services, actor, loaded) ?? []);
}

function viewOf({ library, scanFile, clock }: Given, actor: Actor, loaded: LoadedAssessment) {
  const plain = library.versions.get(loaded.assessment.charter)?.charter;
  if (plain === undefined) return null;
  const counted = scoredAnswers(plain, loaded, londonDay(clock().toISOString()));
  const charter = inWordsFor(plain, counted.facts ?? new Map());
  const { assessment, organisation, department } = loaded;
  const place = { organisation: assessment.organisationId, department: assessment.departmentId };
  const answerSet = withoutCounts(charter, counted);
  const scorecard = scoreAssessment(charter, answerSet);
  const toReview = new Set(
    loaded.answers.filter(({ review }) => review !== null).map(({ criterion }) => criterion),
  );
  const state = stateOf(assessment.state);
  const mayNow = (act: AssessmentAct) =>
    isOpenFor(act, state) && mayWithAssessment(actor, act, place);
  return {
    id: assessment.id,
    place,
    /** Counts up with every change to any part. */
    version: assessment.version,
    /** draft, signed-off or submitted. */
    state: assessment.state,
    roundId: assessment.roundId,
    /** The award that it renews; null = none. */
    renews: assessment.renews,
    organisation,
    department,
    /** What the department calls it; '' = nothing. */
    name: assessment.name,
    /** Its department and its name: how lists and headings call it. */
    label: labelOf({ department, name: assessment.name }),
    startedOn: londonDay(assessment.createdAt),
    targetLevel: assessment.targetLevel,
    charter,
    /** With what counts say, and no count: those are behind see-counts.ts. */
    answerSet,
    rows: loaded.answers,
    /** What the register knows of awards of its department, of any charter. */
    awards: loaded.awards,
    /** In which version the facts are; 0 = nothing was said yet. */
    factsVersion: newestFact(loaded.facts)?.version ?? 0,
    /** Oldest first; file, its size and media type are null for a link; `held` is why it is not given out. */
    evidence: loaded.evidence.map(({ scan, ...row }) => ({
      ...row,
      held: scan === null ? null : (fileHeld({ scan }, scanFile)?.text ?? null),
    })),
    /** In the order of the plan. */
    actions: planOrder(loaded.actions.map((row) => savedAction(actionIn(row)))),
    scorecard,
    /** Criteria whose rating is not confirmed statement by statement, each with it. */
    toConfirm: criteriaToConfirm(charter, answerSet, scorecard),
    progress: progressOf(charter, answerSet, { scorecard, toReview }),
    mayAnswer: mayNow('answer'),
    mayAttachEvidence: mayNow('attach-evidence'),
    mayEraseFile: mayWithAssessment(actor, 'erase-file', place),
    maySeeCounts: mayWithAssessment(actor, 'see-counts', place),
    mayEnterCounts: mayNow('enter-counts'),
    mayEnterFacts: mayNow('enter-facts'),
    mayName: mayNow('name'),
    mayChangeTarget: mayNow('start'),
    mayPlanActions: mayNow('plan-actions'),
  };
}

export type AssessmentView = NonNullable<ReturnType<typeof viewOf>>;
