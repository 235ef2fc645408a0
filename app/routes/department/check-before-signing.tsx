import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { assessmentOrNotFound, signedIn } from '#app/http/door/require.ts';
import { type Typed, typedIn } from '#app/http/forms/parse-form.ts';
import { errorAt, respond } from '#app/http/respond.ts';
import { checkPage } from '#app/queries/submission/check-page.ts';
import { besideLastTime } from '#app/queries/submission/last-time.ts';
import { CheckView } from '#app/ui/submission/check-view.tsx';
import { stepProblemText } from '#words/step-problem.ts';
import { askToSign, takeBackRequest } from '#app/use-cases/submission/ask-to-sign.ts';
import { chooseRound } from '#app/use-cases/assessment/choose-round.ts';
import { reopenAssessment } from '#app/use-cases/submission/step-back.ts';
import { type Notice, withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/check-before-signing';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const view = await assessmentOrNotFound(context, params.id);
  const page = await checkPage(services, actor, view);
  const { questions } = await besideLastTime(services, view);
  return { ...page, questions, done: new URL(request.url).searchParams.get('done') };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const typed = typedIn(await request.formData());
  const { intent = 'round' } = typed;
  const command = { assessmentId: params.id };
  const done = (what: Notice) =>
    redirect(withNotice(addressOf('/assessments/:id/check', { id: params.id }), what), 303);
  if (intent === 'reopen') {
    const result = await reopenAssessment(services, actor, command);
    if (result.ok) throw done('reopened');
    return refusal(result.problem, typed);
  }
  if (intent === 'ask') {
    const message = typed['message'] ?? '';
    const result = await askToSign(services, actor, { ...command, message });
    if (result.ok) throw done('asked');
    return refusal(result.problem, typed);
  }
  if (intent === 'take-back') {
    const result = await takeBackRequest(services, actor, command);
    if (result.ok) throw done('taken-back');
    return refusal(result.problem, typed);
  }
  const roundId = typed['round'] ?? '';
  const result = await chooseRound(services, actor, { ...command, roundId });
  if (result.ok) throw done('round-chosen');
  return refusal(result.problem, typed);
}

function refusal(problem: Parameters<typeof stepProblemText>[0], typed: Typed) {
  return respond(problem, (it) => ({ errors: errorAt(it, stepProblemText(it)), typed }));
}

export default function Check({ loaderData, actionData }: Route.ComponentProps) {
  return <CheckView page={loaderData} refused={actionData ?? null} />;
}
