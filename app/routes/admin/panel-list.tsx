import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { notFound, signedIn } from '#app/http/door/require.ts';
import { typedIn } from '#app/http/forms/parse-form.ts';
import { errorAt, respond } from '#app/http/respond.ts';
import { panelsPage } from '#app/queries/review/panels-page.ts';
import { PanelsView } from '#app/ui/review/panels-view.tsx';
import { panelProblemText } from '#words/review/panel-problem.ts';
import { createPanel } from '#app/use-cases/review/build-panel.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/panel-list';

export const door = { policy: 'administrator' } satisfies Door;

export async function loader({ context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const page = await panelsPage(services, actor);
  if (page === null) throw notFound();
  return page;
}

export async function action({ request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const typed = typedIn(await request.formData());
  const created = await createPanel(services, actor, { name: typed['name'] ?? '' });
  if (created.ok)
    throw redirect(
      withNotice(addressOf('/admin/panels/:panel', { panel: created.value.id }), 'panel-created'),
      303,
    );
  return respond(created.problem, (problem) => ({
    errors: errorAt(problem, panelProblemText(problem), 'name'),
    typed,
  }));
}

export default function Panels({ loaderData, actionData }: Route.ComponentProps) {
  return <PanelsView page={loaderData} refused={actionData ?? null} />;
}
