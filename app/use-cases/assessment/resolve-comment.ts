// Marks a comment as dealt with, or as open again: whoever answers for the assessment may, and whoever
// wrote it.
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayResolveComment } from '#app/domain/policy/assessment.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { loadComment, setResolved } from '#db/repositories/assessment/comment-rows.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';
import { type AccessProblem, openAssessment } from '#app/doors/open-assessment.ts';
import { recordChange } from '#app/doors/record-change.ts';

export type ResolveCommand = {
  readonly assessmentId: string;
  readonly comment: string;
  readonly resolved: boolean;
};

/** The criterion of the comment; doing it twice is done once. */
export async function resolveComment(
  services: Services,
  actor: Actor,
  command: ResolveCommand,
): Promise<Result<{ criterion: string }, AccessProblem>> {
  return decideAgainOnConflict(() => resolve(services, actor, command));
}

async function resolve(
  services: Services,
  actor: Actor,
  { assessmentId, comment: id, resolved }: ResolveCommand,
): Promise<Result<{ criterion: string }, AccessProblem>> {
  const { engine, clock } = services;
  const opened = await openAssessment(services, actor, { id: assessmentId, act: 'comment' });
  if (!opened.ok) return opened;
  const { assessment } = opened.value;
  const comment = await loadComment(engine.db, { assessmentId, id });
  if (comment === null) return refused({ code: 'not-found' });
  const place = { organisation: assessment.organisationId, department: assessment.departmentId };
  if (!mayResolveComment(actor, comment, place)) return refused({ code: 'not-allowed' });
  const { criterion } = comment;
  if ((comment.resolvedAt !== null) === resolved) return ok({ criterion });
  const at = clock().toISOString();
  await engine.commit([
    setResolved(id, resolved ? { at, actor: actor.id } : null),
    ...recordChange({
      assessment,
      actor,
      at,
      event: resolved ? 'comment-resolved' : 'comment-reopened',
      details: { criterion },
    }),
  ]);
  return ok({ criterion });
}
