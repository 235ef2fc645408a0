// How much stands in the way of a signature: it is counted when one is asked for and when one is given.
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import { readinessOf } from '#app/domain/submission/not-ready.ts';
import type { OpenAssessment } from '#app/doors/open-assessment.ts';
import { answerSetIn } from '#db/repositories/assessment/assessment-content.ts';

/** How many obstacles the assessment has as it is. */
export function obstaclesIn(opened: OpenAssessment): number {
  const { charter, assessment, actions } = opened;
  const answerSet = answerSetIn(opened);
  const { obstacles } = readinessOf({
    charter,
    answerSet,
    scorecard: scoreAssessment(charter, answerSet),
    targetLevel: assessment.targetLevel,
    actions: actions.length,
  });
  return obstacles.length;
}
