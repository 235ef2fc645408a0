import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { assessmentOrNotFound, signedIn } from '#app/http/door/require.ts';
import { respond } from '#app/http/respond.ts';
import { submissionPage } from '#app/queries/submission/submission-page.ts';
import { stepProblemText } from '#words/step-problem.ts';
import { SubmissionView } from '#app/ui/submission/submission-view.tsx';
import { withdrawAssessment } from '#app/use-cases/submission/step-back.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/submission';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const view = await assessmentOrNotFound(context, params.id);
  const page = await submissionPage(services, actor, view);
  return {
    ...page,
    maySeeSnapshot: view.maySeeCounts,
    done: new URL(request.url).searchParams.get('done'),
  };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const form = await request.formData();
  const reason = String(form.get('reason') ?? '');
  const result = await withdrawAssessment(services, actor, { assessmentId: params.id, reason });
  if (result.ok)
    throw redirect(
      withNotice(addressOf('/assessments/:id/check', { id: params.id }), 'withdrawn'),
      303,
    );
  return respond(result.problem, (problem) => ({ error: stepProblemText(problem), reason }));
}

export default function Submission({ loaderData, actionData }: Route.ComponentProps) {
  return <SubmissionView page={loaderData} refused={actionData ?? null} />;
}
