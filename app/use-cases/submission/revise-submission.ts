// Where the panel asked for revisions, the lead opens the assessment again up to the date that was given.
// The submission stands; the next one follows it, signed anew, and goes back to the panel.
import { stateOf } from '#app/domain/submission/life.ts';
import { checkRevising } from '#app/domain/submission/submitting.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { dropSharedCopy } from '#db/repositories/assessment/shared-rows.ts';
import { audit } from '#db/repositories/audit.ts';
import { loadRevision } from '#db/repositories/review/decisions.ts';
import { moveState, voidSignatures } from '#db/repositories/submission/submissions.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';
import { type AccessProblem, openAssessment } from '#app/doors/open-assessment.ts';

export type ReviseProblem =
  | AccessProblem
  | { readonly code: 'no-revision' }
  | { readonly code: 'revisions-over'; readonly dueOn: string };

/** The assessment, a draft again. */
export async function reviseSubmission(
  services: Services,
  actor: Actor,
  { assessmentId: id }: { readonly assessmentId: string },
): Promise<Result<{ id: string }, ReviseProblem>> {
  const { engine, clock } = services;
  return decideAgainOnConflict(async () => {
    const opened = await openAssessment(services, actor, { id, act: 'revise' });
    if (!opened.ok) return opened;
    const { assessment } = opened.value;
    const at = clock().toISOString();
    const asked = await loadRevision(engine.db, id);
    const step = checkRevising(stateOf(assessment.state), asked, at);
    if (!step.ok) return step;
    const { next, revision } = step.value;
    await engine.commit([
      moveState(assessment, next, at),
      voidSignatures(id, { at, actor: actor.id }),
      dropSharedCopy(id),
      audit({
        at,
        actor: actor.id,
        event: 'revision-begun',
        organisation: assessment.organisationId,
        subject: id,
        details: { decision: revision.decision.id },
      }),
    ]);
    return ok({ id });
  });
}
