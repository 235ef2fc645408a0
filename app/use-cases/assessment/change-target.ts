// Changes the level that an assessment aims for. It changes no score: only what the pages and documents
// compare with.
import { checkTarget, type NoSuchLevel } from '#app/domain/assessment/starting.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { setTargetLevel } from '#db/repositories/assessment/assessments.ts';
import { type AccessProblem, openAssessment } from '#app/doors/open-assessment.ts';
import { recordChange } from '#app/doors/record-change.ts';

export type ChangeTargetProblem = AccessProblem | NoSuchLevel;

/** The level aimed for now, or why it was not changed. */
export async function changeTarget(
  services: Services,
  actor: Actor,
  { assessmentId, targetLevel }: { readonly assessmentId: string; readonly targetLevel: string },
): Promise<Result<{ targetLevel: string }, ChangeTargetProblem>> {
  const opened = await openAssessment(services, actor, { id: assessmentId, act: 'start' });
  if (!opened.ok) return opened;
  const { assessment, charter } = opened.value;
  const target = checkTarget(charter, targetLevel);
  if (!target.ok) return target;
  const at = services.clock().toISOString();
  await services.engine.commit([
    setTargetLevel(assessmentId, targetLevel),
    ...recordChange({
      assessment,
      actor,
      at,
      event: 'target-changed',
      details: { from: assessment.targetLevel, to: targetLevel },
    }),
  ]);
  return ok({ targetLevel });
}
