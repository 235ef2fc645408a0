import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { altered, assessmentOrNotFound, signedIn } from '#app/http/door/require.ts';
import { respond } from '#app/http/respond.ts';
import { progressPage } from '#app/queries/plan/progress-page.ts';
import { ProgressView } from '#app/ui/plan/progress-view.tsx';
import { stepProblemText } from '#words/step-problem.ts';
import { startRenewal } from '#app/use-cases/award/start-renewal.ts';
import { areAwardsWhole } from '#app/doors/check-record.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/note-progress';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const view = await assessmentOrNotFound(context, params.id);
  if (!(await areAwardsWhole(services, view.id))) throw altered();
  return progressPage(services, actor, view);
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const charter = String((await request.formData()).get('charter') ?? '');
  const started = await startRenewal(services, actor, { assessmentId: params.id, charter });
  if (started.ok)
    throw redirect(
      withNotice(addressOf('/assessments/:id', { id: started.value.id }), 'renewal-started'),
      303,
    );
  return respond(started.problem, (problem) => ({ error: stepProblemText(problem) }));
}

export default function Progress({ loaderData, actionData }: Route.ComponentProps) {
  return <ProgressView page={loaderData} error={actionData?.error ?? null} />;
}
