import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { assessmentOrNotFound, mayNot, signedIn } from '#app/http/door/require.ts';
import { respond } from '#app/http/respond.ts';
import { movePage } from '#app/queries/assessment/move-page.ts';
import { MoveView } from '#app/ui/assessment/move-view.tsx';
import { stepProblemText } from '#words/step-problem.ts';
import { moveToVersion } from '#app/use-cases/assessment/move-to-version.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/move';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const view = await assessmentOrNotFound(context, params.id);
  if (!view.mayChangeTarget) throw mayNot(context, view, 'start');
  const to = new URL(request.url).searchParams.get('to');
  return movePage(services, actor, { view, to });
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const form = await request.formData();
  const result = await moveToVersion(services, actor, {
    assessmentId: params.id,
    to: String(form.get('to') ?? ''),
    readVersion: Number(form.get('version') ?? 0),
  });
  if (result.ok)
    throw redirect(withNotice(addressOf('/assessments/:id', { id: params.id }), 'moved'), 303);
  return respond(result.problem, (problem) => ({ error: stepProblemText(problem) }));
}

export default function Move({ loaderData, actionData }: Route.ComponentProps) {
  return <MoveView page={loaderData} error={actionData?.error ?? null} />;
}
