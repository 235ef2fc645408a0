// The beginning of every change to an assessment: find it within the actor's scope, ask the policy,
// take its charter. Unknown means no.
import { type AssessmentState, stateOf } from '#app/domain/submission/life.ts';
import type { Charter } from '#app/domain/charter/charter.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import {
  type AssessmentAct,
  isOpenFor,
  mayWithAssessment,
  visibleAssessments,
} from '#app/domain/policy/assessment.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { type LoadedAssessment, loadAssessment } from '#db/repositories/assessment/assessments.ts';

/**
 * not-found = not there or not theirs; not-allowed = in sight, but not for this role; locked = signed off
 * or submitted, so nothing in it changes.
 */
export type AccessProblem =
  | { readonly code: 'not-found' }
  | { readonly code: 'not-allowed' }
  | { readonly code: 'locked'; readonly state: AssessmentState };

export type OpenAssessment = LoadedAssessment & { readonly charter: Charter };

/** The assessment with its charter, for someone who may do this act with it. */
export async function openAssessment(
  { engine, library }: Pick<Services, 'engine' | 'library'>,
  actor: Actor,
  { id, act }: { readonly id: string; readonly act: AssessmentAct },
): Promise<Result<OpenAssessment, AccessProblem>> {
  const loaded = await loadAssessment(engine.db, visibleAssessments(actor), id);
  if (loaded === null) return refused({ code: 'not-found' });
  const { organisationId: organisation, departmentId: department } = loaded.assessment;
  if (!mayWithAssessment(actor, act, { organisation, department })) {
    return refused({ code: 'not-allowed' });
  }
  const state = stateOf(loaded.assessment.state);
  if (!isOpenFor(act, state)) return refused({ code: 'locked', state });
  const charter = library.versions.get(loaded.assessment.charter)?.charter;
  return charter === undefined ? refused({ code: 'not-found' }) : ok({ ...loaded, charter });
}
