import { data, redirect } from 'react-router';
import { momentIn } from '#app/http/moment-form.ts';
import { typedIn } from '#app/http/parse-form.ts';
import { notFound, signedIn } from '#app/http/require.ts';
import { wallClockOf } from '#app/http/wall-clock.ts';
import { roundPage } from '#app/queries/rounds-page.ts';
import { RoundConfirmView } from '#app/ui/round-confirm-view.tsx';
import { stepProblemText } from '#app/ui/step-problem-text.ts';
import { RoundView } from '#app/ui/round-view.tsx';
import { extendRound, moveClosing } from '#app/use-cases/administer-rounds.ts';
import type { Route } from './+types/round';

export const policy = 'administrator';

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const page = await roundPage(services, actor, params.round);
  if (page === null) throw notFound();
  const { day, time } = wallClockOf(page.closesAt);
  const [year = '', month = '', date = ''] = day.split('-');
  return {
    ...page,
    closing: {
      'closes-day': String(Number(date)),
      'closes-month': String(Number(month)),
      'closes-year': year,
      'closes-time': time,
    },
    done: new URL(request.url).searchParams.get('done'),
  };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const typed = typedIn(await request.formData());
  const assessmentId = typed['assessment'] ?? null;
  const name = assessmentId === null ? 'closes' : `extended-${assessmentId}`;
  const moment = momentIn(typed, name);
  if (!moment.ok) {
    return data({ errors: { [name]: stepProblemText(moment.problem) }, typed }, { status: 422 });
  }
  const closesAt = moment.value;
  const roundId = params.round;
  const reasonField = assessmentId === null ? 'reason-closes' : `reason-${assessmentId}`;
  const command = {
    roundId,
    closesAt,
    reason: typed[reasonField] ?? '',
    confirmed: typed['confirmed'] ?? '',
  };
  const result =
    assessmentId === null
      ? await moveClosing(services, actor, command)
      : await extendRound(services, actor, { ...command, assessmentId });
  const done = assessmentId === null ? 'closing-moved' : 'extended';
  if (result.ok) throw redirect(`/admin/rounds/${roundId}?done=${done}`, 303);
  const { problem } = result;
  if (problem.code === 'not-found' || problem.code === 'not-allowed') throw notFound();
  if (problem.code === 'to-confirm') {
    const { confirm, isSecond } = problem;
    return { confirm: { confirm, isSecond, closesAt, assessmentId }, errors: {}, typed };
  }
  const field = problem.code === 'reason-wrong' ? reasonField : name;
  return data({ errors: { [field]: stepProblemText(problem) }, typed }, { status: 422 });
}

export default function Round({ loaderData, actionData }: Route.ComponentProps) {
  if (actionData !== undefined && 'confirm' in actionData) {
    return <RoundConfirmView page={loaderData} asked={actionData} />;
  }
  return <RoundView page={loaderData} refused={actionData ?? null} />;
}
