// The submission as one document for its panel: the self-assessment report and the plan, as submitted.
// Counts of people are not in it, as in every document.
import { PANEL_AUDIENCE } from '#words/review/review-pages.ts';
import { londonDay } from '#app/domain/london-day.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, type Result } from '#app/domain/problem.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import type { DocumentModel } from '#reports/model.ts';
import { submissionDocument } from '#reports/self-assessment.ts';
import type { Services } from '#app/services.server.ts';
import { enterReview, type ReviewAccessProblem } from '#app/doors/enter-review.ts';

export type ReviewReport = {
  readonly model: DocumentModel;
  readonly number: number;
  readonly submittedAt: string;
};

/** The document, and which submission it is of. */
export async function reviewReport(
  services: Services,
  actor: Actor,
  id: string,
): Promise<Result<ReviewReport, ReviewAccessProblem>> {
  const entered = await enterReview(services, actor, { id, act: 'read' });
  if (!entered.ok) return entered;
  const { charter, submitted, submission, organisation, department, targetLevel } = entered.value;
  const model = submissionDocument({
    charter,
    scorecard: scoreAssessment(charter, submitted.answerSet),
    answers: submitted.answerSet,
    actions: submitted.actions,
    organisation,
    department,
    audience: PANEL_AUDIENCE.panel(submission.number),
    preparedOn: londonDay(submission.submittedAt),
    targetLevel,
    cheapestPath: null,
  });
  return ok({ model, number: submission.number, submittedAt: submission.submittedAt });
}
