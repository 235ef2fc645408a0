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
  ORGANISATION_ITSELF,
  type Scope,
  visibleAssessments,
} from '#app/domain/policy/assessment.ts';
import { organisationPart } from '#app/domain/charter/scope.ts';
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
import { loadShared } from '#db/repositories/assessment/shared-rows.ts';
import { WHOLE_ORGANISATION } from '#words/assessment/organisation-answers.ts';
import { fileHeld } from './file-held.ts';
import {
  criteriaToReview,
  type Whole,
  withOrganisation,
  withOrganisations,
} from './of-organisation.ts';

type Given = Pick<Services, 'engine' | 'library' | 'scanFile' | 'clock'>;

/** The assessment of a department with its score; null where this person finds none. */
export async function assessmentView(services: Given, actor: Actor, id: string) {
  const loaded = await loadAssessment(services.engine.db, visibleAssessments(actor), id);
  return loaded === null ? null : viewOf(services, actor, await withOrganisation(services, loaded));
}

/** What an organisation answers once, on the pages that serve for it as well; null where this person finds none. */
export async function organisationView(
  services: Given,
  actor: Actor,
  id: string,
): Promise<AssessmentView | null> {
  const { organisations } = visibleAssessments(actor);
  const loaded = await loadShared(services.engine.db, organisations, id);
  if (loaded === null) return null;
  return viewOf(services, actor, {
    ...loaded,
    department: WHOLE_ORGANISATION,
    ofOrganisation: null,
  });
}

/** Every assessment in sight, or those of them within a scope that the actor may see, with its score, newest first. */
export async function assessmentViews(
  services: Given,
  actor: Actor,
  scope: Scope = visibleAssessments(actor),
): Promise<readonly AssessmentView[]> {
  const all = await loadAssessments(services.engine.db, scope);
  const whole = await withOrganisations(services, all);
  return whole.flatMap((loaded) => viewOf(services, actor, loaded) ?? []);
}

function viewOf({ library, scanFile, clock }: Given, actor: Actor, loaded: Whole) {
  const bound = library.versions.get(loaded.assessment.charter)?.charter;
  if (bound === undefined) return null;
  const isOfOrganisation = loaded.assessment.departmentId === ORGANISATION_ITSELF;
  const plain = isOfOrganisation ? organisationPart(bound) : bound;
  const counted = scoredAnswers(plain, loaded, londonDay(clock().toISOString()));
  const charter = inWordsFor(plain, counted.facts ?? new Map());
  const { assessment, organisation, department } = loaded;
  const place = { organisation: assessment.organisationId, department: assessment.departmentId };
  const answerSet = withoutCounts(charter, counted);
  const scorecard = scoreAssessment(charter, answerSet);
  const { ofOrganisation } = loaded;
  const toReview = criteriaToReview(loaded);
  const shown = ({ scan, ...row }: LoadedAssessment['evidence'][number]) => ({
    ...row,
    held: scan === null ? null : (fileHeld({ scan }, scanFile)?.text ?? null),
  });
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
    evidence: loaded.evidence.map(shown),
    /** Whether it is what the whole organisation answers once, and no department’s assessment. */
    isOfOrganisation,
    /** What it has from its organisation; null = its charter asks nothing of it. */
    ofOrganisation: ofOrganisation && {
      ...ofOrganisation,
      evidence: ofOrganisation.evidence.map(shown),
    },
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
