// What the documents of an assessment are made from; the pages and the PDF read the same view.
import { AUDIENCE } from '#words/assessment/assessment-pages.ts';
import type { CheapestPath } from '#app/domain/scoring/cheapest-path.ts';
import type { Assessment, AssessmentFile } from '#app/domain/formats/assessment-file.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { withConfirmedTicks } from '#app/domain/scoring/confirmed.ts';
import { ok, type Result } from '#app/domain/problem.ts';
import { assessmentFileOf } from '#app/domain/formats/export-assessment.ts';
import { charterName } from '#app/domain/charter/charter.ts';
import type { AssessmentView } from '#app/doors/assessment-view.ts';
import { type CountsProblem, seeCounts, type SeenCounts } from '#app/doors/see-counts.ts';
import type { Services } from '#app/services.server.ts';
import { actionPlanDocument } from '#reports/action-plan.ts';
import type { DocumentModel } from '#reports/model.ts';
import { planWorkbook } from '#reports/plan-workbook.ts';
import type { ReportInput } from '#reports/report-input.ts';
import { selfAssessmentDocument } from '#reports/self-assessment.ts';

export const DOCUMENT_KINDS = ['action-plan', 'self-assessment'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

const BUILDERS: Readonly<Record<DocumentKind, (input: ReportInput) => DocumentModel>> = {
  'action-plan': actionPlanDocument,
  'self-assessment': selfAssessmentDocument,
};

/** The cheapest way from the answers of the assessment to its target. */
export function wayToTarget(
  { ways }: Pick<Services, 'ways'>,
  { charter, answerSet, targetLevel }: AssessmentView,
  asker: string,
) {
  return ways.find({ charter, answerSet, to: targetLevel, pins: [] }, asker);
}

/** One document of the assessment; `preparedOn` is YYYY-MM-DD. */
export function assessmentDocument(
  view: AssessmentView,
  kind: DocumentKind,
  { preparedOn, way }: { readonly preparedOn: string; readonly way: CheapestPath },
): DocumentModel {
  const { charter, scorecard, answerSet, actions, organisation, department, targetLevel } = view;
  return BUILDERS[kind]({
    charter,
    scorecard,
    answers: answerSet,
    actions,
    organisation,
    department,
    audience: AUDIENCE.team(department, organisation),
    preparedOn,
    targetLevel,
    cheapestPath: way,
  });
}

/** The words of the assessment whose letters its documents cannot show. */
export function unshownIn(
  { unshownWords }: Pick<Services, 'unshownWords'>,
  { organisation, department, answerSet, actions }: AssessmentView,
): readonly string[] {
  return unshownWords([organisation, department, answerSet, actions]);
}

/** The whole assessment as a file that the command line reads and another installation can take. */
export async function assessmentExport(
  services: Pick<Services, 'engine'>,
  actor: Actor,
  view: AssessmentView,
): Promise<Result<AssessmentFile, CountsProblem>> {
  const seen = await seeCounts(services, actor, view);
  return seen.ok ? ok(fileOf(view, seen.value)) : seen;
}

function fileOf(view: AssessmentView, { indicators, sources }: SeenCounts): AssessmentFile {
  const { charter, answerSet, organisation, department, targetLevel, actions } = view;
  const assessment: Assessment = {
    format: charter.format,
    charter: charterName(charter),
    organisation,
    department,
    targetLevel,
    answerSet: {
      answers: withConfirmedTicks(charter, answerSet.answers),
      ...(answerSet.facts === undefined ? {} : { facts: answerSet.facts }),
      ...(answerSet.held === undefined ? {} : { held: answerSet.held }),
      indicators,
      sources,
    },
    actions,
    leftBehind: { answers: new Map(), indicators: new Map(), sources: new Map() },
  };
  return assessmentFileOf(assessment);
}

/** The plan as a spreadsheet that can be brought back; `preparedOn` is YYYY-MM-DD. */
export function planSpreadsheet(view: AssessmentView, preparedOn: string) {
  const { charter, scorecard, organisation, department, actions } = view;
  return planWorkbook({ charter, scorecard, organisation, department, actions, preparedOn });
}
