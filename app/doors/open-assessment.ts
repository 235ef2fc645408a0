// The beginning of every change to an assessment: find it within the actor's scope, ask the policy,
// take its charter. Unknown means no.
import { type AssessmentState, stateOf } from '#app/domain/submission/life.ts';
import type { Charter } from '#app/domain/charter/charter.ts';
import { organisationPart } from '#app/domain/charter/scope.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import {
  type AssessmentAct,
  isOpenFor,
  mayWithAssessment,
  ORGANISATION_ITSELF,
  visibleAssessments,
} from '#app/domain/policy/assessment.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { loadAssessment } from '#db/repositories/assessment/assessments.ts';
import { loadShared } from '#db/repositories/assessment/shared-rows.ts';
import { type Whole, withOrganisation } from './of-organisation.ts';

/**
 * not-found = not there or not theirs; not-allowed = in sight, but not for this role; locked = signed off
 * or submitted, so nothing in it changes.
 */
export type AccessProblem =
  | { readonly code: 'not-found' }
  | { readonly code: 'not-allowed' }
  | { readonly code: 'locked'; readonly state: AssessmentState };

export type OpenAssessment = Whole & {
  /** Of what the organisation answers once, only that part of it. */
  readonly charter: Charter;
};

/** The assessment, or what the organisation answers once, with its charter, for someone who may do this act with it. */
export async function openAssessment(
  { engine, library }: Pick<Services, 'engine' | 'library'>,
  actor: Actor,
  { id, act }: { readonly id: string; readonly act: AssessmentAct },
): Promise<Result<OpenAssessment, AccessProblem>> {
  const scope = visibleAssessments(actor);
  const loaded =
    (await loadAssessment(engine.db, scope, id)) ??
    (await loadShared(engine.db, scope.organisations, id));
  if (loaded === null) return refused({ code: 'not-found' });
  const { organisationId: organisation, departmentId: department } = loaded.assessment;
  if (!mayWithAssessment(actor, act, { organisation, department })) {
    return refused({ code: 'not-allowed' });
  }
  const state = stateOf(loaded.assessment.state);
  if (!isOpenFor(act, state)) return refused({ code: 'locked', state });
  const charter = library.versions.get(loaded.assessment.charter)?.charter;
  if (charter === undefined) return refused({ code: 'not-found' });
  const whole = await withOrganisation({ engine, library }, loaded);
  return ok({
    ...whole,
    charter: department === ORGANISATION_ITSELF ? organisationPart(charter) : charter,
  });
}
