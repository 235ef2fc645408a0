// Saves the answers of a document that were accepted, each over the version that was in the preview. One
// that changed in between is refused, and the others are saved all the same.
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { type AnswerCommand, type AnswerProblem, answerCriterion } from './answer-criterion.ts';

export type AcceptDraftCommand = {
  readonly assessmentId: string;
  readonly answers: readonly Omit<AnswerCommand, 'assessmentId' | 'restores'>[];
};

export type AcceptedDraft = {
  /** Criteria whose answers are saved. */
  readonly saved: readonly string[];
  readonly refused: readonly { readonly criterion: string; readonly problem: AnswerProblem }[];
};

/** What was saved and what was not; a problem where the person may not answer at all. */
export async function acceptDraft(
  services: Services,
  actor: Actor,
  { assessmentId, answers }: AcceptDraftCommand,
): Promise<Result<AcceptedDraft, AnswerProblem>> {
  const saved: string[] = [];
  const refusals: { criterion: string; problem: AnswerProblem }[] = [];
  for (const answer of answers) {
    const result = await answerCriterion(services, actor, { ...answer, assessmentId });
    if (result.ok) saved.push(answer.criterion);
    else if (ENDS.includes(result.problem.code)) return result;
    else refusals.push({ criterion: answer.criterion, problem: result.problem });
  }
  return ok({ saved, refused: refusals });
}

/** What holds for every answer alike. */
const ENDS: readonly AnswerProblem['code'][] = ['not-allowed', 'locked'];
