// An assessment lead says who writes what: all criteria of one person, or all people of one criterion, as
// ticked. Only people who may answer can be asked to; whoever is newly asked gets one letter in an hour.
import { addressOf } from '#app/addresses.ts';
import { allCriteria } from '#app/domain/charter/charter.ts';
import { letterOf } from '#words/letters/letter.ts';
import { oncePerHour } from '#app/domain/letters/letter.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { WRITERS } from '#app/domain/policy/assessment.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import {
  type Assignment,
  deleteAssignment,
  insertAssignment,
  listAssignments,
} from '#db/repositories/assessment/assignments.ts';
import { queueLetter } from '#db/repositories/letters/outbox-rows.ts';
import { listPeopleOf } from '#db/repositories/people/roles.ts';
import type { Write } from '#db/store.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';
import {
  type AccessProblem,
  type OpenAssessment,
  openAssessment,
} from '#app/doors/open-assessment.ts';
import { recordChange } from '#app/doors/record-change.ts';
import { assignedWords } from '#words/assessment/team-letters.ts';

type Pair = Pick<Assignment, 'criterion' | 'userId'>;

export type AssignCommand = { readonly assessmentId: string } & (
  | { readonly person: string; readonly criteria: readonly string[] }
  | { readonly criterion: string; readonly people: readonly string[] }
);

export type AssignProblem =
  | AccessProblem
  /** The person has no role in which they could answer. */
  | { readonly code: 'cannot-answer' };

/** How many assignments were added and taken away, or why none. */
export async function assignCriteria(
  services: Services,
  actor: Actor,
  command: AssignCommand,
): Promise<Result<{ added: number; removed: number }, AssignProblem>> {
  return decideAgainOnConflict(() => assign(services, actor, command));
}

async function assign(
  services: Services,
  actor: Actor,
  command: AssignCommand,
): Promise<Result<{ added: number; removed: number }, AssignProblem>> {
  const { engine, clock, newId } = services;
  const { assessmentId } = command;
  const opened = await openAssessment(services, actor, { id: assessmentId, act: 'assign' });
  if (!opened.ok) return opened;
  const { assessment, charter } = opened.value;
  const wanted = pairsIn(command);
  const known = new Set(allCriteria(charter).map(({ id }) => id));
  if (wanted.some(({ criterion }) => !known.has(criterion))) return refused({ code: 'not-found' });
  const writers = await listPeopleOf(engine.db, {
    organisation: assessment.organisationId,
    department: assessment.departmentId,
    roles: WRITERS,
  });
  if (wanted.some(({ userId }) => !writers.some(({ id }) => id === userId))) {
    return refused({ code: 'cannot-answer' });
  }
  const there = (await listAssignments(engine.db, assessmentId)).filter(sliceOf(command));
  const added = wanted.filter((pair) => !there.some((one) => isSame(one, pair)));
  const removed = there.filter((pair) => !wanted.some((one) => isSame(one, pair)));
  if (added.length + removed.length === 0) return ok({ added: 0, removed: 0 });
  const at = clock().toISOString();
  const asked = writers.filter(
    ({ id }) => id !== actor.id && added.some(({ userId }) => userId === id),
  );
  await engine.commit([
    ...removed.map(({ criterion, userId }) =>
      deleteAssignment({ assessmentId, criterion, userId }),
    ),
    ...added.map((pair) =>
      insertAssignment({ id: newId(), assessmentId, ...pair, createdAt: at, createdBy: actor.id }),
    ),
    ...asked.map((person) => letterTo(services, opened.value, { person, at })),
    ...recordChange({
      assessment,
      actor,
      at,
      event: 'criteria-assigned',
      details: 'person' in command ? { person: command.person } : { criterion: command.criterion },
    }),
  ]);
  return ok({ added: added.length, removed: removed.length });
}

type Asked = {
  readonly person: { readonly id: string; readonly email: string };
  readonly at: string;
};

/** That there is something to write, and where; not what. */
function letterTo(
  { config, newId }: Services,
  { assessment, department }: OpenAssessment,
  { person, at }: Asked,
): Write {
  const letter = letterOf({
    key: `assigned ${assessment.id} ${person.id} ${oncePerHour(at)}`,
    recipient: person.email,
    ...assignedWords({
      department,
      url: `${config.origin}${addressOf('/assessments/:id', { id: assessment.id })}?mine=yes`,
    }),
  });
  return queueLetter(newId(), letter, at);
}

function pairsIn(command: AssignCommand): readonly Pair[] {
  return 'person' in command
    ? [...new Set(command.criteria)].map((criterion) => ({ criterion, userId: command.person }))
    : [...new Set(command.people)].map((userId) => ({ criterion: command.criterion, userId }));
}

function sliceOf(command: AssignCommand): (pair: Pair) => boolean {
  return 'person' in command
    ? ({ userId }) => userId === command.person
    : ({ criterion }) => criterion === command.criterion;
}

function isSame(one: Pair, other: Pair): boolean {
  return one.criterion === other.criterion && one.userId === other.userId;
}
