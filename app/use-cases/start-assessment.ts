// Starts a department's assessment on one published version of a charter, with a level to aim for.
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayWithAssessment, visibleAssessments } from '#app/domain/policy/assessment.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { insertAssessment } from '#db/repositories/assessments.ts';
import { audit } from '#db/repositories/audit.ts';
import { listDepartments } from '#db/repositories/people.ts';
import { isRetired } from '#db/repositories/retired-charters.ts';

export type StartCommand = {
  readonly department: string;
  /** id@version */
  readonly charter: string;
  readonly targetLevel: string;
};

export type StartProblem =
  | { readonly code: 'not-found' }
  | { readonly code: 'not-allowed' }
  | { readonly code: 'charter-not-published' }
  | { readonly code: 'no-such-level' };

/** The id of the new assessment, or why there is none. */
export async function startAssessment(
  { engine, library, clock, newId }: Services,
  actor: Actor,
  command: StartCommand,
): Promise<Result<{ id: string }, StartProblem>> {
  const departments = await listDepartments(engine.db, visibleAssessments(actor));
  const found = departments.find(({ department }) => department.id === command.department);
  if (!found) return refused({ code: 'not-found' });
  const { organisationId: organisation, id: department } = found.department;
  if (!mayWithAssessment(actor, 'start', { organisation, department })) {
    return refused({ code: 'not-allowed' });
  }
  const version = library.versions.get(command.charter);
  if (!version?.published || (await isRetired(engine.db, command.charter))) {
    return refused({ code: 'charter-not-published' });
  }
  if (!version.charter.levels.some(({ id }) => id === command.targetLevel)) {
    return refused({ code: 'no-such-level' });
  }
  const id = newId();
  const at = clock().toISOString();
  await engine.commit([
    insertAssessment({
      id,
      organisationId: organisation,
      departmentId: department,
      charter: command.charter,
      targetLevel: command.targetLevel,
      createdAt: at,
      createdBy: actor.id,
      updatedAt: at,
      version: 1,
    }),
    audit({ at, actor: actor.id, event: 'assessment-started', organisation, subject: id }),
  ]);
  return ok({ id });
}
