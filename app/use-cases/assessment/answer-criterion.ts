// Saves what a department says about one criterion. Two people at one text: the second is refused
// with both versions, and nothing is overwritten silently.
import {
  type AnswerRefused,
  type Claim,
  claimOf,
  decideAnswer,
  type DecidedAnswer,
  type GivenAnswer,
} from '#app/domain/assessment/decide-answer.ts';
import {
  type AnsweredByOrganisation,
  noteOnly,
} from '#app/domain/assessment/organisation-answers.ts';
import { isAnsweredByOrganisation } from '#app/doors/of-organisation.ts';
import { countWords } from '#app/domain/counted-words.ts';
import { criterionAfter } from '#app/domain/charter/charter.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, type Result } from '#app/domain/problem.ts';
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

export type AnswerCommand = GivenAnswer & {
  readonly assessmentId: string;
  /** The earlier version whose text this is. */
  readonly restores?: number;
};

export type AnswerProblem =
  | AccessProblem
  | AnswerRefused
  | AnsweredByOrganisation
  | ChangedMeanwhile<AnswerRow, AnswerCommand>;

/** What is there after saving. */
export type AnsweredCriterion = {
  /** The version that is saved now; 0 where nothing was said and nothing is. */
  readonly version: number;
  /** The id of the criterion to go on with; null = it was the last. */
  readonly next: string | null;
};

/** The answer as it is saved now, or why it was not. */
export async function answerCriterion(
  services: Services,
  actor: Actor,
  command: AnswerCommand,
): Promise<Result<AnsweredCriterion, AnswerProblem>> {
  const opened = await openAssessment(services, actor, { id: command.assessmentId, act: 'answer' });
  return opened.ok ? answerIn(services, actor, { opened: opened.value, command }) : opened;
}

type Answering = { readonly opened: OpenAssessment; readonly command: AnswerCommand };

/** The same in an assessment that is open already. */
export async function answerIn(
  services: Services,
  actor: Actor,
  { opened, command }: Answering,
): Promise<Result<AnsweredCriterion, AnswerProblem>> {
  const { charter } = opened;
  const decided = decideIn(opened, command);
  if (!decided.ok) return decided;
  const { version } = decided.value.decided;
  const writes = answerWrites(services, actor, { opened, ...decided.value });
  const committed = await commitUnlessChanged(services.engine, writes, {
    open: () => openAssessment(services, actor, { id: command.assessmentId, act: 'answer' }),
    find: (now) => savedAnswer(now, command.criterion),
    yours: command,
  });
  if (!committed.ok) return committed;
  return ok({ version, next: criterionAfter(charter, command.criterion)?.id ?? null });
}

/** What saving does, with what is said as it is saved: of what the organisation answers, a note. */
export function decideIn(
  opened: OpenAssessment,
  command: AnswerCommand,
): Result<Omit<Decided, 'opened'>, AnswerRefused | AnsweredByOrganisation> {
  const saved = savedAnswer(opened, command.criterion);
  const said = isAnsweredByOrganisation(opened, command.criterion)
    ? noteOnly(saved, command)
    : ok(command);
  if (!said.ok) return said;
  const decided = decideAnswer(opened.charter, saved, said.value);
  return decided.ok ? ok({ command: said.value, decided: decided.value }) : decided;
}

type Decided = Answering & { readonly decided: DecidedAnswer };

/** The writes that save the answer over the version that was read; none where there is nothing to write. */
export function answerWrites(
  { clock, newId }: Pick<Services, 'clock' | 'newId'>,
  actor: Actor,
  { opened, command, decided: { changes, version } }: Decided,
): readonly Write[] {
  const kept = keepWrites(newId, command, version);
  if (!changes) return kept;
  const saved = savedAnswer(opened, command.criterion);
  const at = clock().toISOString();
  const origin = saved?.origin ?? null;
  const claim = claimOf(opened.charter, saved, command);
  const row = answerRow(command, claim, { id: saved?.id ?? newId(), origin, at, by: actor.id });
  const { assessment } = opened;
  return [
    saveAnswer(row, command.readVersion),
    insertAnswerVersion(newId(), row, command.readVersion),
    ...kept,
    ...recordChange({ assessment, actor, at, ...eventOf(command, claim) }),
  ];
}

function keepWrites(
  newId: Services['newId'],
  { assessmentId, criterion, keep }: AnswerCommand,
  version: number,
): readonly Write[] {
  return keep === undefined || version === 0
    ? []
    : [keepVersion(newId(), { assessmentId, criterion, version, how: keep })];
}

function eventOf({ criterion, restores }: AnswerCommand, { claimed }: Claim) {
  return restores === undefined
    ? ({ event: 'criterion-answered', details: { criterion, rating: claimed } } as const)
    : ({ event: 'answer-restored', details: { criterion, version: restores } } as const);
}

/** The answer to a criterion as it is saved; null = none yet. */
export function savedAnswer(loaded: LoadedAssessment, criterion: string): AnswerRow | null {
  return loaded.answers.find((row) => row.criterion === criterion) ?? null;
}

function answerRow(
  command: AnswerCommand,
  { claimed, statements }: Claim,
  by: Pick<AnswerRow, 'id' | 'origin'> & { readonly at: string; readonly by: string },
): AnswerRow {
  return {
    id: by.id,
    assessmentId: command.assessmentId,
    criterion: command.criterion,
    claimed,
    statements,
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
