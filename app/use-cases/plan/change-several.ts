// Changes several actions of the plan in one, each over its newest version: only the fields that were given.
import {
  decideSeveral,
  type NotChanged,
  type SeveralChange,
} from '#app/domain/plan/several-actions.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, type Result } from '#app/domain/problem.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';
import { type AccessProblem, openAssessment } from '#app/doors/open-assessment.ts';
import { recordChange } from '#app/doors/record-change.ts';
import type { Services } from '#app/services.server.ts';
import { actionIn, updateAction } from '#db/repositories/plan/action-rows.ts';

export type ChangeSeveralCommand = {
  readonly assessmentId: string;
  /** Ids; of what is gone nothing is said. */
  readonly chosen: readonly string[];
  readonly change: SeveralChange;
};

export type ChangeSeveralProblem = AccessProblem | NotChanged;

/** How many were changed; those that were so already are not counted. */
export async function changeSeveral(
  services: Services,
  actor: Actor,
  { assessmentId, ...asked }: ChangeSeveralCommand,
): Promise<Result<{ changed: number }, ChangeSeveralProblem>> {
  const { engine, clock } = services;
  return decideAgainOnConflict(async () => {
    const opened = await openAssessment(services, actor, { id: assessmentId, act: 'plan-actions' });
    if (!opened.ok) return opened;
    const { assessment, charter, actions } = opened.value;
    const decided = decideSeveral(charter, actions.map(actionIn), asked);
    if (!decided.ok) return decided;
    const changed = decided.value;
    if (changed.length === 0) return ok({ changed: 0 });
    const at = clock().toISOString();
    await engine.commit([
      ...changed.map(({ saved, fields }) =>
        updateAction({ ...saved, ...fields, updatedAt: at, updatedBy: actor.id }, saved.version),
      ),
      ...recordChange({
        assessment,
        actor,
        at,
        event: 'actions-changed',
        details: { actions: changed.map(({ saved }) => saved.id).join(' ') },
      }),
    ]);
    return ok({ changed: changed.length });
  });
}
