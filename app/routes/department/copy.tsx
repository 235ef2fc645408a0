import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { anyAssessmentOrNotFound, mayNot, signedIn } from '#app/http/door/require.ts';
import { respond } from '#app/http/respond.ts';
import { copyPage } from '#app/queries/assessment/copy-page.ts';
import { CopyView } from '#app/ui/assessment/copy-view.tsx';
import { stepProblemText } from '#words/step-problem.ts';
import { copyAnswers } from '#app/use-cases/assessment/copy-answers.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/copy';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const view = await anyAssessmentOrNotFound(context, params.id);
  if (!view.mayAnswer) throw mayNot(context, view, 'answer');
  const from = new URL(request.url).searchParams.get('from');
  return copyPage(services, actor, { view, from });
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const form = await request.formData();
  const result = await copyAnswers(services, actor, {
    assessmentId: params.id,
    sourceId: String(form.get('from') ?? ''),
    criteria: form.getAll('criterion').map(String),
  });
  if (result.ok)
    throw redirect(withNotice(addressOf('/assessments/:id', { id: params.id }), 'copied'), 303);
  return respond(result.problem, (problem) => ({ error: stepProblemText(problem) }));
}

export default function Copy({ loaderData, actionData }: Route.ComponentProps) {
  return <CopyView page={loaderData} error={actionData?.error ?? null} />;
}
