// Saves the answers of a document that were accepted, each over the version that was in the preview: all in
// one commit. One that changed since the preview is left out and told of; the others are saved all the same.
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import type { Write } from '#db/store.ts';
import {
  type AnswerCommand,
  type AnswerProblem,
  answerWrites,
  decideIn,
  savedAnswer,
} from './answer-criterion.ts';
import { changedMeanwhile, decideAgainOnConflict, isAsRead } from '#app/doors/changed-meanwhile.ts';
import {
  type AccessProblem,
  type OpenAssessment,
  openAssessment,
} from '#app/doors/open-assessment.ts';

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
  command: AcceptDraftCommand,
): Promise<Result<AcceptedDraft, AccessProblem>> {
  return decideAgainOnConflict(() => accept(services, actor, command));
}

async function accept(
  services: Services,
  actor: Actor,
  { assessmentId, answers }: AcceptDraftCommand,
): Promise<Result<AcceptedDraft, AccessProblem>> {
  const opened = await openAssessment(services, actor, { id: assessmentId, act: 'answer' });
  if (!opened.ok) return opened;
  const saved: string[] = [];
  const refusals: { criterion: string; problem: AnswerProblem }[] = [];
  const writes: Write[] = [];
  // A form could name a criterion twice.
  const once = new Map(answers.map((answer) => [answer.criterion, answer])).values();
  for (const answer of once) {
    const command = { ...answer, assessmentId, keep: 'imported', ratingMayGo: true } as const;
    const decided = await decideOne(services, actor, { opened: opened.value, command });
    if (decided.ok) {
      saved.push(answer.criterion);
      writes.push(...decided.value);
    } else refusals.push({ criterion: answer.criterion, problem: decided.problem });
  }
  if (writes.length > 0) await services.engine.commit(writes);
  return ok({ saved, refused: refusals });
}

type Deciding = { readonly opened: OpenAssessment; readonly command: AnswerCommand };

async function decideOne(
  services: Services,
  actor: Actor,
  { opened, command }: Deciding,
): Promise<Result<readonly Write[], AnswerProblem>> {
  const now = savedAnswer(opened, command.criterion);
  const decided = decideIn(opened, command);
  if (!decided.ok) return decided;
  const writes = answerWrites(services, actor, { opened, ...decided.value });
  if (writes.length === 0) return ok(writes);
  return isAsRead(now, command.readVersion)
    ? ok(writes)
    : refused(await changedMeanwhile(services.engine.db, now, command));
}
