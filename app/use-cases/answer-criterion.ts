// Saves what a department says about one criterion. Two people at one text: the second is refused
// with both versions, and nothing is overwritten silently. Over the word limit may be saved.
import { ANSWER_LIMITS } from '#app/domain/assessment/limits.ts';
import { type Charter, findCriterion, highestRating } from '#app/domain/charter/charter.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { insertAnswerVersion } from '#db/repositories/answer-versions.ts';
import { type AnswerRow, type LoadedAssessment, saveAnswer } from '#db/repositories/assessments.ts';
import type { Write } from '#db/store.ts';
import { type ChangedMeanwhile, commitUnlessChanged } from './changed-meanwhile.ts';
import { type AccessProblem, type OpenAssessment, openAssessment } from './open-assessment.ts';
import { recordChange } from './record-change.ts';

export type AnswerCommand = {
  readonly assessmentId: string;
  readonly criterion: string;
  readonly claimed: number | null;
  readonly notApplicable: string | null;
  readonly narrative: string;
  /** The version that was on the page; 0 = no answer yet. */
  readonly readVersion: number;
  /** The earlier version whose text this is. */
  readonly restores?: number;
};

export type AnswerProblem =
  | AccessProblem
  | { readonly code: 'rating-off-scale'; readonly highest: number }
  | { readonly code: 'never-not-applicable' }
  | { readonly code: 'narrative-too-long'; readonly most: number; readonly has: number }
  | { readonly code: 'justification-too-long'; readonly most: number; readonly has: number }
  | ChangedMeanwhile<AnswerRow, AnswerCommand>;

/** The new version of the answer, or why it was not saved. */
export async function answerCriterion(
  services: Services,
  actor: Actor,
  command: AnswerCommand,
): Promise<Result<{ version: number }, AnswerProblem>> {
  const open = () => openAssessment(services, actor, { id: command.assessmentId, act: 'answer' });
  const opened = await open();
  if (!opened.ok) return opened;
  const decided = decideAnswer(services, actor, { opened: opened.value, command });
  if (!decided.ok) return decided;
  const { writes, version } = decided.value;
  if (writes.length === 0) return ok({ version });
  const committed = await commitUnlessChanged(services.engine, writes, {
    open,
    find: (now) => savedAnswer(now, command.criterion),
    yours: command,
  });
  return committed.ok ? ok({ version }) : committed;
}

type Deciding = { readonly opened: OpenAssessment; readonly command: AnswerCommand };
type DecidedAnswer = { readonly writes: readonly Write[]; readonly version: number };

/** The writes that save the answer over the version that was read; none where it is saved already. */
export function decideAnswer(
  { clock, newId }: Pick<Services, 'clock' | 'newId'>,
  actor: Actor,
  { opened, command }: Deciding,
): Result<DecidedAnswer, Exclude<AnswerProblem, { readonly code: 'changed-meanwhile' }>> {
  const { assessment, charter } = opened;
  const problem = problemWith(charter, command);
  if (problem !== null) return refused(problem);
  const saved = savedAnswer(opened, command.criterion);
  if (saved !== null && saved.review === null && sameAnswer(saved, command)) {
    return ok({ writes: [], version: saved.version });
  }
  const at = clock().toISOString();
  const origin = saved?.origin ?? null;
  const row = answerRow(command, { id: saved?.id ?? newId(), origin, at, by: actor.id });
  return ok({
    version: command.readVersion + 1,
    writes: [
      saveAnswer(row, command.readVersion),
      insertAnswerVersion(newId(), row, command.readVersion),
      ...recordChange({ assessment, actor, at, ...eventOf(command) }),
    ],
  });
}

function eventOf({ criterion, claimed, restores }: AnswerCommand) {
  return restores === undefined
    ? { event: 'criterion-answered', details: { criterion, rating: claimed } }
    : { event: 'answer-restored', details: { criterion, version: restores } };
}

function problemWith(
  charter: Charter,
  command: AnswerCommand,
): Exclude<AnswerProblem, { readonly code: 'changed-meanwhile' }> | null {
  const criterion = findCriterion(charter, command.criterion);
  if (criterion === undefined) return { code: 'not-found' };
  const highest = highestRating(charter);
  if (!isRating(command.claimed ?? 0, highest)) return { code: 'rating-off-scale', highest };
  if (command.notApplicable !== null && criterion.notApplicable === null) {
    return { code: 'never-not-applicable' };
  }
  const { narrativeCharacters, justificationCharacters } = ANSWER_LIMITS;
  const [narrative, justification] = [command.narrative.length, command.notApplicable?.length ?? 0];
  if (narrative > narrativeCharacters) {
    return { code: 'narrative-too-long', most: narrativeCharacters, has: narrative };
  }
  return justification > justificationCharacters
    ? { code: 'justification-too-long', most: justificationCharacters, has: justification }
    : null;
}

function isRating(claimed: number, highest: number): boolean {
  return Number.isInteger(claimed) && claimed >= 0 && claimed <= highest;
}

/** The answer to a criterion as it is saved; null = none yet. */
export function savedAnswer(loaded: LoadedAssessment, criterion: string): AnswerRow | null {
  return loaded.answers.find((row) => row.criterion === criterion) ?? null;
}

function sameAnswer(saved: AnswerRow, command: AnswerCommand): boolean {
  return (
    saved.claimed === command.claimed &&
    saved.notApplicable === command.notApplicable &&
    saved.narrative === command.narrative
  );
}

function answerRow(
  command: AnswerCommand,
  by: Pick<AnswerRow, 'id' | 'origin'> & { readonly at: string; readonly by: string },
): AnswerRow {
  return {
    id: by.id,
    assessmentId: command.assessmentId,
    criterion: command.criterion,
    claimed: command.claimed,
    notApplicable: command.notApplicable,
    narrative: command.narrative,
    origin: by.origin,
    // Whoever saves it has looked at it again.
    review: null,
    version: command.readVersion,
    updatedAt: by.at,
    updatedBy: by.by,
  };
}
