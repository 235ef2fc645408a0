// The beginning of every change to an assessment: find it within the actor's scope, ask the policy,
// take its charter. Unknown means no.
import { type AssessmentState, isOpen, stateOf } from '#app/domain/submission/life.ts';
import type { Charter } from '#app/domain/charter/charter.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import {
  type AssessmentAct,
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

/** What may be asked whatever the state is; the steps of an assessment's life check it themselves. */
const ALWAYS: readonly AssessmentAct[] = [
  'read',
  'sign-off',
  'reopen',
  'choose-round',
  'submit',
  'withdraw',
  'revise',
  'appeal',
  'renew',
  'note-progress',
  'report-progress',
  'send-progress',
];

/** What goes on while the sponsor's signature stands, up to the submission. */
const UNTIL_SUBMITTED: readonly AssessmentAct[] = ['comment'];

function isLocked(act: AssessmentAct, state: AssessmentState): boolean {
  if (ALWAYS.includes(act)) return false;
  return UNTIL_SUBMITTED.includes(act) ? state === 'submitted' : !isOpen(state);
}

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
  if (isLocked(act, state)) return refused({ code: 'locked', state });
  const charter = library.versions.get(loaded.assessment.charter)?.charter;
  return charter === undefined ? refused({ code: 'not-found' }) : ok({ ...loaded, charter });
}
