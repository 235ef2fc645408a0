// Brings an earlier text of an answer back: a save like any other, against the version that was on the
// page, so that nothing is overwritten silently. The rating stays as it is.
import type { Actor } from '#app/domain/policy/actor.ts';
import { refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { loadAnswerVersion } from '#db/repositories/assessment/answer-versions.ts';
import {
  type AnsweredCriterion,
  answerIn,
  type AnswerProblem,
  savedAnswer,
} from './answer-criterion.ts';
import { openAssessment } from '#app/doors/open-assessment.ts';

export type RestoreCommand = {
  readonly assessmentId: string;
  readonly criterion: string;
  /** The version whose text comes back. */
  readonly version: number;
  /** The version that was the latest on the page. */
  readonly readVersion: number;
};

/** The new version of the answer, or why it was not saved. */
export async function restoreAnswer(
  services: Services,
  actor: Actor,
  { assessmentId, criterion, version, readVersion }: RestoreCommand,
): Promise<Result<AnsweredCriterion, AnswerProblem>> {
  const opened = await openAssessment(services, actor, { id: assessmentId, act: 'answer' });
  if (!opened.ok) return opened;
  const earlier = await loadAnswerVersion(services.engine.db, { assessmentId, criterion, version });
  const saved = savedAnswer(opened.value, criterion);
  if (earlier === null || saved === null) return refused({ code: 'not-found' });
  const command = {
    assessmentId,
    criterion,
    claimed: saved.claimed,
    notApplicable: saved.notApplicable,
    narrative: earlier.narrative,
    readVersion,
    restores: version,
    keep: 'restored',
    ratingMayGo: true,
  } as const;
  return answerIn(services, actor, { opened: opened.value, command });
}
