import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { typedIn } from '#app/http/forms/parse-form.ts';
import { wayIn } from '#app/http/forms/way-in.ts';
import { assessmentOrNotFound, signedIn } from '#app/http/door/require.ts';
import { errorAt, respond } from '#app/http/respond.ts';
import { scenariosPage } from '#app/queries/assessment/scenarios-page.ts';
import { ScenariosView } from '#app/ui/assessment/work/scenarios-view.tsx';
import { dropScenario, keepScenario, planWay } from '#app/use-cases/assessment/keep-scenario.ts';
import { withNotice } from '#words/kit/notices.ts';
import { scenarioProblemText } from '#words/assessment/scenario-problem.ts';
import type { Route } from './+types/scenarios';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const view = await assessmentOrNotFound(context, params.id);
  const { searchParams } = new URL(request.url);
  const way = wayIn(searchParams);
  const isThere = view.charter.levels.some(({ id }) => id === way.to);
  const page = await scenariosPage(services, actor, { view, asked: isThere ? way : null });
  return { ...page, done: searchParams.get('done') };
}

export async function action({ params: { id }, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const form = await request.formData();
  const typed = typedIn(form);
  const way = { assessmentId: id, ...wayIn(form) };
  const here = addressOf('/assessments/:id/scenarios', { id });
  if (typed['intent'] === 'plan') {
    const planned = await planWay(services, actor, way);
    if (planned.ok) {
      throw redirect(withNotice(addressOf('/assessments/:id/actions', { id }), 'way-planned'), 303);
    }
    return refusal(planned.problem, typed, '');
  }
  if (typed['intent'] === 'drop') {
    const scenario = typed['scenario'] ?? '';
    const dropped = await dropScenario(services, actor, { assessmentId: id, scenario });
    if (dropped.ok) throw redirect(withNotice(here, 'scenario-dropped'), 303);
    return refusal(dropped.problem, typed, '');
  }
  const kept = await keepScenario(services, actor, { ...way, name: typed['name'] ?? '' });
  if (kept.ok) throw redirect(withNotice(here, 'scenario-kept'), 303);
  return refusal(kept.problem, typed);
}

function refusal(
  problem: Parameters<typeof scenarioProblemText>[0],
  typed: Readonly<Record<string, string>>,
  /** The field that is wrong; '' = none of them. */
  field = 'name',
) {
  return respond(problem, (it) => ({
    errors: errorAt(it, scenarioProblemText(it), field),
    typed,
  }));
}

export default function Scenarios({ loaderData, actionData }: Route.ComponentProps) {
  return <ScenariosView page={loaderData} refused={actionData ?? null} />;
}
