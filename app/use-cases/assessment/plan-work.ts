// A lead gives criteria to somebody, or a day, many at once. What others are asked to write stays.
import { decideAssigning, type NotAssigned } from '#app/domain/assessment/assigning.ts';
import {
  decideWork,
  type NotPlanned,
  type PlannedWork,
  type PlanWork,
} from '#app/domain/assessment/plan-work.ts';
import { londonDay } from '#app/domain/london-day.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { WRITERS } from '#app/domain/policy/assessment.ts';
import { ok, type Result } from '#app/domain/problem.ts';
import { applyingCriteria } from '#app/domain/scoring/applying.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';
import { isAnsweredByOrganisation } from '#app/doors/of-organisation.ts';
import {
  type AccessProblem,
  type OpenAssessment,
  openAssessment,
} from '#app/doors/open-assessment.ts';
import { recordChange } from '#app/doors/record-change.ts';
import type { Services } from '#app/services.server.ts';
import { answerSetIn } from '#db/repositories/assessment/assessment-content.ts';
import { listAssignments } from '#db/repositories/assessment/assignments.ts';
import { saveDueDay } from '#db/repositories/assessment/criterion-plans.ts';
import { listPeopleOf } from '#db/repositories/people/roles.ts';
import type { Write } from '#db/store.ts';
import { askingWrites } from './assign-criteria.ts';

export type PlanWorkCommand = PlanWork & { readonly assessmentId: string };

export type PlanWorkProblem = AccessProblem | NotPlanned | NotAssigned;

/** For how many criteria it is planned. */
export async function planWork(
  services: Services,
  actor: Actor,
  command: PlanWorkCommand,
): Promise<Result<{ count: number }, PlanWorkProblem>> {
  return decideAgainOnConflict(() => plan(services, actor, command));
}

async function plan(
  services: Services,
  actor: Actor,
  command: PlanWorkCommand,
): Promise<Result<{ count: number }, PlanWorkProblem>> {
  const { engine, clock, newId } = services;
  const { assessmentId } = command;
  const opened = await openAssessment(services, actor, { id: assessmentId, act: 'assign' });
  if (!opened.ok) return opened;
  const { assessment, charter } = opened.value;
  const there = await listAssignments(engine.db, assessmentId);
  const at = clock().toISOString();
  const decided = decideWork(command, {
    criteria: applyingCriteria(charter, answerSetIn(opened.value)).filter(
      ({ id }) => !isAnsweredByOrganisation(opened.value, id),
    ),
    assigned: new Set(there.map(({ criterion }) => criterion)),
    today: londonDay(at),
  });
  if (!decided.ok) return decided;
  const asking = await asked(services, opened.value, { planned: decided.value, there, at, actor });
  if (!asking.ok) return asking;
  const { criteria, dueOn } = decided.value;
  await engine.commit([
    ...asking.value,
    ...(dueOn === undefined
      ? []
      : criteria.map((criterion) =>
          saveDueDay({
            id: newId(),
            assessmentId,
            criterion,
            dueOn,
            updatedAt: at,
            updatedBy: actor.id,
          }),
        )),
    ...recordChange({
      assessment,
      actor,
      at,
      event: 'work-planned',
      details: { criteria: criteria.join(' '), dueOn: dueOn ?? null },
    }),
  ]);
  return ok({ count: criteria.length });
}

type Asking = {
  readonly planned: PlannedWork;
  readonly there: Awaited<ReturnType<typeof listAssignments>>;
  readonly at: string;
  readonly actor: Actor;
};

/** The person’s criteria with these added to them. */
async function asked(
  services: Services,
  opened: OpenAssessment,
  { planned: { person, criteria }, there, at, actor }: Asking,
): Promise<Result<readonly Write[], NotAssigned>> {
  if (person === null) return ok([]);
  const { organisationId: organisation, departmentId: department } = opened.assessment;
  const own = there.filter(({ userId }) => userId === person).map(({ criterion }) => criterion);
  const decided = decideAssigning(opened.charter, {
    ticked: { person, criteria: [...own, ...criteria] },
    writers: await listPeopleOf(services.engine.db, { organisation, department, roles: WRITERS }),
    there,
    by: actor.id,
  });
  if (!decided.ok) return decided;
  return ok(askingWrites(services, opened, { ...decided.value, at, by: actor.id }));
}
