// Starts a department's assessment on one published version of a charter, with a level to aim for. A second
// one beside a draft is asked for; where exactly one round is open for the charter, it is meant for that one.
import { checkDraftName } from '#app/domain/assessment/draft-name.ts';
import { checkStarting, type NotStarted } from '#app/domain/assessment/starting.ts';
import { onlyOpenRound } from '#app/domain/assessment/round-times.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayWithAssessment, visibleAssessments } from '#app/domain/policy/assessment.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { TextRule } from '#app/domain/written-text.ts';
import type { Services } from '#app/services.server.ts';
import { insertAssessment } from '#db/repositories/assessment/assessments.ts';
import { listUnderWay } from '#db/repositories/assessment/drafts.ts';
import { listRounds } from '#db/repositories/administration/round-rows.ts';
import { audit } from '#db/repositories/audit.ts';
import { listDepartments } from '#db/repositories/people/roles.ts';
import { isRetired } from '#db/repositories/charters/retired-charters.ts';

export type StartCommand = {
  readonly department: string;
  /** id@version */
  readonly charter: string;
  readonly targetLevel: string;
  /** What the department calls it; nothing = it has no name. */
  readonly name?: string;
  /** Whether they want it beside those that are under way. */
  readonly beside?: boolean;
};

export type StartProblem =
  | { readonly code: 'not-found' }
  | { readonly code: 'not-allowed' }
  | TextRule<'name-too-long'>
  | NotStarted;

/** The id of the new assessment, or why there is none. */
export async function startAssessment(
  services: Services,
  actor: Actor,
  command: StartCommand,
): Promise<Result<{ id: string }, StartProblem>> {
  const { engine, clock, newId } = services;
  const departments = await listDepartments(engine.db, visibleAssessments(actor));
  const found = departments.find(({ department }) => department.id === command.department);
  if (!found) return refused({ code: 'not-found' });
  const { organisationId: organisation, id: department } = found.department;
  if (!mayWithAssessment(actor, 'start', { organisation, department })) {
    return refused({ code: 'not-allowed' });
  }
  const named = checkDraftName(command.name ?? '');
  if (!named.ok) return named;
  const name = named.value;
  const checked = checkStarting(await factsFor(services, { ...command, name }));
  if (!checked.ok) return checked;
  const id = newId();
  const at = clock().toISOString();
  const { charter, targetLevel } = command;
  const round = onlyOpenRound(await listRounds(engine.db), { charter, now: at });
  await engine.commit([
    insertAssessment({
      id,
      organisationId: organisation,
      departmentId: department,
      charter,
      targetLevel,
      name,
      roundId: round?.id ?? null,
      createdAt: at,
      createdBy: actor.id,
      updatedAt: at,
      version: 1,
    }),
    audit({
      at,
      actor: actor.id,
      event: 'assessment-started',
      organisation,
      subject: id,
      ...(round === null ? {} : { details: { round: round.id } }),
    }),
  ]);
  return ok({ id });
}

async function factsFor(
  { engine, library }: Services,
  { charter, targetLevel, department, name, beside = false }: StartCommand & { name: string },
) {
  const [charterId = ''] = charter.split('@');
  return {
    version: library.versions.get(charter),
    isRetired: await isRetired(engine.db, charter),
    targetLevel,
    name,
    others: await listUnderWay(engine.db, { departmentId: department, charterId }),
    beside,
  };
}
