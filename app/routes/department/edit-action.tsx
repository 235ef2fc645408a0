import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { typedIn } from '#app/http/forms/parse-form.ts';
import { assessmentOrNotFound, notFound, signedIn } from '#app/http/door/require.ts';
import { respond } from '#app/http/respond.ts';
import { actionPage } from '#app/queries/plan/action-page.ts';
import { ActionView } from '#app/ui/plan/action-view.tsx';
import { formErrors } from '#words/problem-text.ts';
import { noteProgress } from '#app/use-cases/plan/note-progress.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/edit-action';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const view = await assessmentOrNotFound(context, params.id);
  const page = await actionPage(services, { view, actor, action: params.action });
  if (page === null) throw notFound();
  return { ...page, done: new URL(request.url).searchParams.get('done') };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const typed = typedIn(await request.formData());
  const result = await noteProgress(services, actor, {
    assessmentId: params.id,
    actionId: params.action,
    progress: { note: typed['note'] ?? '', status: typed['status'] ?? '' },
  });
  if (result.ok) {
    const page = addressOf('/assessments/:id/actions/:action', {
      id: params.id,
      action: params.action,
    });
    throw redirect(withNotice(page, 'progress-noted'), 303);
  }
  return respond(result.problem, (problem) => ({ errors: formErrors(problem, 'note'), typed }));
}

export default function ActionRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <ActionView page={loaderData} answered={actionData ?? null} />;
}
