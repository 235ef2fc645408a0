// Kept ways to a level beside each other: what each takes, worked out from the answers as they are.
import { leastOf, wayAsked } from '#app/domain/assessment/scenario.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { type Charter, findCriterion } from '#app/domain/charter/charter.ts';
import { organisationCriteria } from '#app/domain/charter/scope.ts';
import type { AssessmentView } from '#app/doors/assessment-view.ts';
import type { Services } from '#app/services.server.ts';
import { listScenarios, type ScenarioRow } from '#db/repositories/assessment/scenario-rows.ts';
import { SCENARIOS } from '#words/assessment/scenario-words.ts';
import { levelText, listText, scoreText } from '#words/kit/wording.ts';

type Given = Pick<Services, 'engine' | 'ways'>;

export type WayAsked = Pick<ScenarioRow, 'to' | 'within'> & {
  readonly pins: readonly string[];
  readonly least: string;
};

/** The page; `asked` is a way that is to be kept, null = none. */
export async function scenariosPage(
  services: Given,
  actor: Actor,
  { view, asked }: { readonly view: AssessmentView; readonly asked: WayAsked | null },
) {
  const rows = await listScenarios(services.engine.db, view.id);
  const { charter } = view;
  return {
    id: view.id,
    department: view.department,
    mayPlan: view.mayPlanActions,
    asked: asked && { ...asked, text: wayText(charter, asked) },
    scenarios: await Promise.all(rows.map((row) => shown(services, actor, { view, row }))),
  };
}

export type ScenariosPage = Awaited<ReturnType<typeof scenariosPage>>;

type Shown = { readonly view: AssessmentView; readonly row: ScenarioRow };

async function shown(services: Given, actor: Actor, { view, row }: Shown) {
  const { id, name, to, pins, within } = row;
  const least = leastOf(row.least);
  const found = await taken(services, actor, { view, way: { to, pins, within, least } });
  return { id, name, to, pins, within, least, text: wayText(view.charter, row), ...found };
}

type Asked = {
  readonly view: AssessmentView;
  readonly way: WayAsked;
};

/** What is not known, or of no way, is null and not 0, which would look like the least of all. */
const NOTHING = { steps: null, effort: null, months: null, after: '', isPlanned: true };

/** What a way takes now. */
async function taken({ ways }: Given, actor: Actor, { view, way }: Asked) {
  const { charter, answerSet } = view;
  if (!charter.levels.some(({ id }) => id === way.to))
    return { status: 'no-level', ...NOTHING } as const;
  const path = await ways.soon({ charter, answerSet, ...wayAsked(way) }, actor.id);
  if (path === null) return { status: 'pending', ...NOTHING } as const;
  const after = levelAndScore(charter, path.after);
  if (path.status !== 'reachable') return { status: path.status, ...NOTHING, after };
  const theirs = organisationCriteria(charter);
  const planned = new Set(view.actions.flatMap(({ criteria }) => criteria));
  return {
    status: path.status,
    steps: path.steps.length,
    effort: path.total,
    months: path.months ?? null,
    after,
    /** Every step of the department has an action already. */
    isPlanned: path.steps.every(({ criterion }) => planned.has(criterion) || theirs.has(criterion)),
  };
}

function levelAndScore(
  charter: Charter,
  {
    level,
    overall,
  }: { readonly level: string | null; readonly overall: Parameters<typeof scoreText>[0] },
): string {
  return SCENARIOS.after(levelText(charter, level), scoreText(overall));
}

/** The level, what is left out and how much time there is, as one line. */
function wayText(charter: Charter, { to, pins, within }: WayAsked): string {
  const without = pins.filter((id) => findCriterion(charter, id) !== undefined);
  return [
    levelText(charter, to),
    ...(without.length === 0 ? [] : [SCENARIOS.without(listText(without))]),
    ...(within === null ? [] : [SCENARIOS.within(within)]),
  ].join(', ');
}
