// Where the panel asked for revisions, the lead opens the assessment again up to the date that was given.
// The submission stands; the next one follows it, signed anew, and goes back to the panel.
import { after, stateOf } from '#app/domain/submission/life.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import { loadRevision } from '#db/repositories/review/decisions.ts';
import { moveState, voidSignatures } from '#db/repositories/submission/submissions.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';
import { londonDay } from '#app/domain/london-day.ts';
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
    const next = after(stateOf(assessment.state), 'revise');
    const revision = await loadRevision(engine.db, id);
    if (next === null || revision === null) return refused({ code: 'no-revision' });
    const at = clock().toISOString();
    if (londonDay(at) > revision.dueOn) {
      return refused({ code: 'revisions-over', dueOn: revision.dueOn });
    }
    await engine.commit([
      moveState(assessment, next, at),
      voidSignatures(id, { at, actor: actor.id }),
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
