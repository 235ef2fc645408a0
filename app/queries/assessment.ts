// One assessment as pages and documents read it: its charter, its answers, its scorecard.
import type { Action } from '#app/domain/action-plan/action.ts';
import { PRIORITIES, STATUSES } from '#app/domain/action-plan/action.ts';
import type { Answer, AnswerSet, EvidenceItem } from '#app/domain/assessment/answer.ts';
import { progressOf } from '#app/domain/assessment/progress.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayWithAssessment, visibleAssessments } from '#app/domain/policy/assessment.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import type { Services } from '#app/services.server.ts';
import { type LoadedAssessment, loadAssessment } from '#db/repositories/assessments.ts';

/** The assessment with its score; null where this person finds none. */
export async function assessmentView({ engine, library }: Services, actor: Actor, id: string) {
  const loaded = await loadAssessment(engine.db, visibleAssessments(actor), id);
  const charter = loaded && library.versions.get(loaded.assessment.charter)?.charter;
  if (!loaded || !charter) return null;
  const { assessment, organisation, department } = loaded;
  const place = { organisation: assessment.organisationId, department: assessment.departmentId };
  const answerSet = answerSetOf(loaded);
  const scorecard = scoreAssessment(charter, answerSet);
  return {
    id: assessment.id,
    organisation,
    department,
    targetLevel: assessment.targetLevel,
    charter,
    answerSet,
    rows: loaded.answers,
    /** Oldest first; file, its size and media type are null for a link. */
    evidence: loaded.evidence,
    /** The counts as entered, with their source and version. */
    counts: loaded.counts,
    actions: loaded.actions.map(actionOf),
    scorecard,
    progress: progressOf(charter, answerSet, scorecard),
    mayAnswer: mayWithAssessment(actor, 'answer', place),
    mayAttachEvidence: mayWithAssessment(actor, 'attach-evidence', place),
    mayEnterCounts: mayWithAssessment(actor, 'enter-counts', place),
    mayChangeTarget: mayWithAssessment(actor, 'start', place),
    mayPlanActions: mayWithAssessment(actor, 'plan-actions', place),
  };
}

export type AssessmentView = NonNullable<Awaited<ReturnType<typeof assessmentView>>>;

function answerSetOf(loaded: LoadedAssessment): AnswerSet {
  const evidenceOf = (criterion: string): readonly EvidenceItem[] =>
    loaded.evidence
      .filter(({ item }) => item.criterion === criterion)
      .map(({ item, file }) => ({
        title: item.title,
        description: item.description,
        file,
        link: item.link,
        dataTable: null,
      }));
  const said = new Map(loaded.answers.map((row) => [row.criterion, row]));
  // Evidence may be attached before anything is claimed.
  const criteria = new Set([...said.keys(), ...loaded.evidence.map(({ item }) => item.criterion)]);
  return {
    answers: new Map(
      [...criteria].map((criterion): [string, Answer] => {
        const row = said.get(criterion);
        return [
          criterion,
          {
            claimed: row?.claimed ?? null,
            notApplicable: row?.notApplicable ?? null,
            narrative: row?.narrative ?? '',
            evidence: evidenceOf(criterion),
          },
        ];
      }),
    ),
    indicators: new Map(
      loaded.counts.map((row) => [
        row.indicator,
        {
          first: { numerator: row.firstNumerator, denominator: row.firstDenominator },
          second: { numerator: row.secondNumerator, denominator: row.secondDenominator },
        },
      ]),
    ),
  };
}

/** An action as saved: with the version that a change has to name. */
export type SavedAction = Action & {
  readonly version: number;
  readonly updatedAt: string;
  readonly updatedBy: string;
};

function actionOf(row: LoadedAssessment['actions'][number]): SavedAction {
  return {
    id: row.id,
    criteria: row.criteria,
    objective: row.objective,
    reason: row.reason,
    steps: row.steps,
    owner: row.owner,
    startOn: row.startOn,
    dueOn: row.dueOn,
    resources: row.resources,
    successMeasure: row.successMeasure,
    priority: PRIORITIES.find((known) => known === row.priority) ?? 'medium',
    status: STATUSES.find((known) => known === row.status) ?? 'not-started',
    version: row.version,
    updatedAt: row.updatedAt,
    updatedBy: row.updatedBy,
  };
}
