import { data, redirect } from 'react-router';
import { answerable, assessmentOrNotFound, signedIn } from '#app/http/require.ts';
import { checkPage } from '#app/queries/check-page.ts';
import { CheckView } from '#app/ui/check-view.tsx';
import { stepProblemText } from '#app/ui/step-problem-text.ts';
import { chooseRound } from '#app/use-cases/choose-round.ts';
import { reopenAssessment } from '#app/use-cases/step-back.ts';
import type { Route } from './+types/check';

export const policy = 'person';

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const view = await assessmentOrNotFound(context, params.id);
  const page = await checkPage(services, actor, view);
  return { ...page, done: new URL(request.url).searchParams.get('done') };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const form = await request.formData();
  const intent = form.get('intent');
  const assessmentId = params.id;
  const here = `/assessments/${assessmentId}`;
  if (intent === 'reopen') {
    const result = await reopenAssessment(services, actor, { assessmentId });
    if (result.ok) throw redirect(`${here}/check?done=reopened`, 303);
    return refusal(result.problem);
  }
  const roundId = String(form.get('round') ?? '');
  const result = await chooseRound(services, actor, { assessmentId, roundId });
  if (result.ok) throw redirect(`${here}/check?done=round-chosen`, 303);
  return refusal(result.problem);
}

function refusal(problem: Parameters<typeof stepProblemText>[0]) {
  return data({ error: stepProblemText(answerable(problem)) }, { status: 409 });
}

export default function Check({ loaderData, actionData }: Route.ComponentProps) {
  return <CheckView page={loaderData} error={actionData?.error ?? null} />;
}
