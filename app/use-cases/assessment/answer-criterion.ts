// Saves what a department says about one criterion. Two people at one text: the second is refused
// with both versions, and nothing is overwritten silently. Over the word limit may be saved.
import type { Kept } from '#app/domain/assessment/answer-sittings.ts';
import { ANSWER_LIMITS } from '#app/domain/limits.ts';
import { countWords } from '#app/domain/counted-words.ts';
import { type Charter, findCriterion, highestRating } from '#app/domain/charter/charter.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { insertAnswerVersion, keepVersion } from '#db/repositories/assessment/answer-versions.ts';
import {
  type AnswerRow,
  type LoadedAssessment,
  saveAnswer,
} from '#db/repositories/assessment/assessments.ts';
import type { Write } from '#db/store.ts';
import { type ChangedMeanwhile, commitUnlessChanged } from '#app/doors/changed-meanwhile.ts';
import {
  type AccessProblem,
  type OpenAssessment,
  openAssessment,
} from '#app/doors/open-assessment.ts';
import { recordChange } from '#app/doors/record-change.ts';

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
  /** How it is to be kept in the history; left out = it is saved while somebody types. */
  readonly keep?: Kept;
  /** The person knows that 'not applicable' takes the rating away. */
  readonly ratingMayGo?: boolean;
};

export type AnswerProblem =
  | AccessProblem
  | { readonly code: 'rating-off-scale'; readonly highest: number }
  | { readonly code: 'never-not-applicable' }
  /** 'Not applicable' would take this rating away, and nobody was asked. */
  | { readonly code: 'rating-would-go'; readonly claimed: number }
  | { readonly code: 'narrative-too-long'; readonly most: number; readonly has: number }
  | { readonly code: 'justification-too-long'; readonly most: number; readonly has: number }
  | ChangedMeanwhile<AnswerRow, AnswerCommand>;

/** The version that is saved now, 0 where nothing was said and nothing is; or why it was not saved. */
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
  if (saved === null && saysNothing(command)) return ok({ writes: [], version: 0 });
  const keeps = (version: number) => keepWrites(newId, command, version);
  if (saved !== null && isSavedAlready(saved, command)) {
    return ok({ writes: keeps(saved.version), version: saved.version });
  }
  const goes = ratingThatGoes(saved, command);
  if (goes !== null) return refused({ code: 'rating-would-go', claimed: goes });
  const at = clock().toISOString();
  const origin = saved?.origin ?? null;
  const row = answerRow(command, { id: saved?.id ?? newId(), origin, at, by: actor.id });
  return ok({
    version: command.readVersion + 1,
    writes: [
      saveAnswer(row, command.readVersion),
      insertAnswerVersion(newId(), row, command.readVersion),
      ...keeps(command.readVersion + 1),
      ...recordChange({ assessment, actor, at, ...eventOf(command) }),
    ],
  });
}

/** The saved rating that 'not applicable' would take away without anybody having been asked; null = none. */
function ratingThatGoes(
  saved: AnswerRow | null,
  { notApplicable, ratingMayGo }: AnswerCommand,
): number | null {
  return notApplicable === null || ratingMayGo === true ? null : (saved?.claimed ?? null);
}

function keepWrites(
  newId: Services['newId'],
  { assessmentId, criterion, keep }: AnswerCommand,
  version: number,
): readonly Write[] {
  return keep === undefined
    ? []
    : [keepVersion(newId(), { assessmentId, criterion, version, how: keep })];
}

function saysNothing({ claimed, notApplicable, narrative }: AnswerCommand): boolean {
  return claimed === null && notApplicable === null && narrative === '';
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

function isSavedAlready(saved: AnswerRow, command: AnswerCommand): boolean {
  return (
    saved.review === null &&
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
    words: countWords(command.narrative),
    origin: by.origin,
    // Whoever saves it has looked at it again.
    review: null,
    version: command.readVersion,
    updatedAt: by.at,
    updatedBy: by.by,
  };
}
