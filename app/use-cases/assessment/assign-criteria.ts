// An assessment lead says who writes what: all criteria of one person, or all people of one criterion, as
// ticked. Only people who may answer can be asked to; whoever is newly asked gets one letter in an hour.
import { addressOf } from '#app/addresses.ts';
import {
  type Assigned,
  decideAssigning,
  type NotAssigned,
  type Ticked,
} from '#app/domain/assessment/assigning.ts';
import { letterOf } from '#words/letters/letter.ts';
import { oncePerHour } from '#app/domain/letters/letter.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { WRITERS } from '#app/domain/policy/assessment.ts';
import { ok, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import {
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

export type AssignCommand = { readonly assessmentId: string } & Ticked;

export type AssignProblem = AccessProblem | NotAssigned;

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
  const { engine, clock } = services;
  const { assessmentId } = command;
  const opened = await openAssessment(services, actor, { id: assessmentId, act: 'assign' });
  if (!opened.ok) return opened;
  const { assessment, charter } = opened.value;
  const writers = await listPeopleOf(engine.db, {
    organisation: assessment.organisationId,
    department: assessment.departmentId,
    roles: WRITERS,
  });
  const decided = decideAssigning(charter, {
    ticked: command,
    writers,
    there: await listAssignments(engine.db, assessmentId),
    by: actor.id,
  });
  if (!decided.ok) return decided;
  const { added, removed, asked } = decided.value;
  const counts = { added: added.length, removed: removed.length };
  if (added.length + removed.length === 0) return ok(counts);
  const at = clock().toISOString();
  await engine.commit([
    ...removed.map(({ criterion, userId }) =>
      deleteAssignment({ assessmentId, criterion, userId }),
    ),
    ...askingWrites(services, opened.value, { added, asked, at, by: actor.id }),
    ...recordChange({
      assessment,
      actor,
      at,
      event: 'criteria-assigned',
      details: 'person' in command ? { person: command.person } : { criterion: command.criterion },
    }),
  ]);
  return ok(counts);
}

type NewlyAsked = {
  readonly added: readonly Assigned[];
  /** Who hears of it. */
  readonly asked: readonly { readonly id: string; readonly email: string }[];
  readonly at: string;
  /** Id of who asks. */
  readonly by: string;
};

/** Criteria that people are asked to write from now on, and a letter to each of them. */
export function askingWrites(
  services: Pick<Services, 'config' | 'newId'>,
  opened: OpenAssessment,
  { added, asked, at, by }: NewlyAsked,
): readonly Write[] {
  const { id: assessmentId } = opened.assessment;
  return [
    ...added.map((pair) =>
      insertAssignment({
        id: services.newId(),
        assessmentId,
        ...pair,
        createdAt: at,
        createdBy: by,
      }),
    ),
    ...asked.map((person) => {
      const criteria = added
        .filter(({ userId }) => userId === person.id)
        .map(({ criterion }) => criterion);
      return letterTo(services, opened, { person, criteria, at });
    }),
  ];
}

type Asked = {
  readonly criteria: readonly string[];
  readonly person: { readonly id: string; readonly email: string };
  readonly at: string;
};

/** That there is something to write, which criteria, and where. */
function letterTo(
  { config, newId }: Pick<Services, 'config' | 'newId'>,
  { assessment, department }: OpenAssessment,
  { person, criteria, at }: Asked,
): Write {
  const letter = letterOf({
    key: `assigned ${assessment.id} ${person.id} ${oncePerHour(at)}`,
    recipient: person.email,
    ...assignedWords({
      criteria,
      department,
      url: `${config.origin}${addressOf('/assessments/:id', { id: assessment.id })}?mine=yes`,
    }),
  });
  return queueLetter(newId(), letter, at);
}
