// Ways to a level are kept under a name, taken away, and their steps put into the plan.
import {
  checkScenario,
  type NotKept,
  type ScenarioDraft,
  wayAsked,
} from '#app/domain/assessment/scenario.ts';
import { checkTarget, type NoSuchLevel } from '#app/domain/assessment/starting.ts';
import { londonDay } from '#app/domain/london-day.ts';
import { type NothingToPlan, wayToPlan } from '#app/domain/plan/way-to-plan.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';
import { type AccessProblem, openAssessment } from '#app/doors/open-assessment.ts';
import { scoredAnswers } from '#app/doors/scored-answers.ts';
import { recordChange } from '#app/doors/record-change.ts';
import { withoutCounts } from '#app/domain/scoring/indicator.ts';
import type { Services } from '#app/services.server.ts';
import {
  deleteScenario,
  insertScenario,
  listScenarios,
} from '#db/repositories/assessment/scenario-rows.ts';
import { importActions, type ImportActionsProblem } from '#app/use-cases/plan/import-actions.ts';

type At = { readonly assessmentId: string };

export type KeepScenarioProblem = AccessProblem | NotKept;

/** The id of the scenario. */
export async function keepScenario(
  services: Services,
  actor: Actor,
  { assessmentId, ...draft }: ScenarioDraft & At,
): Promise<Result<{ id: string }, KeepScenarioProblem>> {
  const { engine, clock, newId } = services;
  return decideAgainOnConflict(async () => {
    const opened = await openAssessment(services, actor, { id: assessmentId, act: 'plan-actions' });
    if (!opened.ok) return opened;
    const { assessment, charter } = opened.value;
    const checked = checkScenario(charter, await listScenarios(engine.db, assessmentId), draft);
    if (!checked.ok) return checked;
    const id = newId();
    const at = clock().toISOString();
    await engine.commit([
      insertScenario({ id, assessmentId, ...checked.value, createdAt: at, createdBy: actor.id }),
      ...recordChange({ assessment, actor, at, event: 'scenario-kept', details: { scenario: id } }),
    ]);
    return ok({ id });
  });
}

/** Takes a scenario away. */
export async function dropScenario(
  services: Services,
  actor: Actor,
  { assessmentId, scenario }: At & { readonly scenario: string },
): Promise<Result<{ id: string }, AccessProblem>> {
  const { engine, clock } = services;
  return decideAgainOnConflict(async () => {
    const opened = await openAssessment(services, actor, { id: assessmentId, act: 'plan-actions' });
    if (!opened.ok) return opened;
    const there = await listScenarios(engine.db, assessmentId);
    // Removed in another window, or never there.
    if (!there.some(({ id }) => id === scenario)) return ok({ id: scenario });
    const at = clock().toISOString();
    await engine.commit([
      deleteScenario({ id: scenario, assessmentId }),
      ...recordChange({
        assessment: opened.value.assessment,
        actor,
        at,
        event: 'scenario-dropped',
        details: { scenario },
      }),
    ]);
    return ok({ id: scenario });
  });
}

export type PlanWayProblem =
  | ImportActionsProblem
  /** The way is still being worked out. */
  | { readonly code: 'way-pending' }
  | NoSuchLevel
  | NothingToPlan;

type WayAsked = Pick<ScenarioDraft, 'to' | 'pins' | 'within' | 'least'> & At;

/** Adds what the charter suggests for every step of a way that no action has yet, all in one. */
export async function planWay(
  services: Services,
  actor: Actor,
  { assessmentId, to, pins, within, least }: WayAsked,
): Promise<Result<{ added: number }, PlanWayProblem>> {
  const opened = await openAssessment(services, actor, { id: assessmentId, act: 'plan-actions' });
  if (!opened.ok) return opened;
  const { charter, actions } = opened.value;
  const today = londonDay(services.clock().toISOString());
  // The same as the pages ask, so that it is not sought anew.
  const answerSet = withoutCounts(charter, scoredAnswers(charter, opened.value, today));
  const target = checkTarget(charter, to);
  if (!target.ok) return target;
  const way = await services.ways.soon(
    { charter, answerSet, ...wayAsked({ to, pins, within, least }) },
    actor.id,
  );
  if (way === null) return refused({ code: 'way-pending' });
  const planned = wayToPlan({ charter, answerSet, to, pins, way, actions, startOn: today });
  if (!planned.ok) return planned;
  const rows = planned.value.map((action) => ({ id: null, version: null, action }));
  const imported = await importActions(services, actor, { assessmentId, rows });
  return imported.ok ? ok({ added: imported.value.added }) : imported;
}
