// The content of an assessment as it would be signed and submitted: one text and its SHA-256.
import { createHash } from 'node:crypto';
import { planOrder } from '#app/domain/plan/plan-order.ts';
import { savedAction } from '#app/domain/plan/saved-action.ts';
import { assessmentFileOf } from '#app/domain/formats/export-assessment.ts';
import { canonicalJson } from '#app/domain/formats/snapshot.ts';
import { snapshotOf } from '#app/domain/submission/make-snapshot.ts';
import { charterName } from '#app/domain/charter/charter.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import type { Services } from '#app/services.server.ts';
import { actionIn } from '#db/repositories/plan/action-rows.ts';
import {
  countingEvidence,
  snapshotEvidence,
} from '#db/repositories/assessment/assessment-content.ts';
import { londonDay } from '#app/domain/london-day.ts';
import { scoredAnswers } from '#app/doors/scored-answers.ts';
import type { OpenAssessment } from '#app/doors/open-assessment.ts';

export type SubmissionContent = { readonly text: string; readonly sha256: string };

/**
 * The same content gives the same text, whoever asks and whenever. Only where a level asks for years of an award, the
 * day counts: that of the signature, once there is one.
 */
export function submissionContent(
  { library, clock }: Pick<Services, 'library' | 'clock'>,
  opened: OpenAssessment,
): SubmissionContent {
  const { assessment, charter, organisation, department, counts, actions } = opened;
  const answerSet = scoredAnswers(charter, opened, londonDay(clock().toISOString()));
  const nothing = { answers: new Map(), indicators: new Map(), sources: new Map() };
  const text = canonicalJson(
    snapshotOf({
      assessment: assessment.id,
      charter,
      charterSha256: library.versions.get(charterName(charter))?.hash ?? '',
      scorecard: scoreAssessment(charter, answerSet),
      content: assessmentFileOf({
        format: charter.format,
        charter: charterName(charter),
        organisation,
        department,
        targetLevel: assessment.targetLevel,
        answerSet: {
          ...answerSet,
          sources: new Map(counts.map(({ indicator, source }) => [indicator, source])),
        },
        actions: planOrder(actions.map((row) => savedAction(actionIn(row)))),
        leftBehind: nothing,
      }),
      evidence: snapshotEvidence(countingEvidence(opened)),
    }),
  );
  return { text, sha256: createHash('sha256').update(text).digest('hex') };
}
