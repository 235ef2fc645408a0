import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { momentIn } from '#app/http/forms/moment-form.ts';
import { pageNumber, typedIn } from '#app/http/forms/parse-form.ts';
import { notFound, signedIn } from '#app/http/door/require.ts';
import { wallClockOf } from '#app/http/forms/wall-clock.ts';
import { answerable, putRight, respond } from '#app/http/respond.ts';
import { affectedIn, roundPage } from '#app/queries/administration/rounds-page.ts';
import { RoundConfirmView } from '#app/ui/administration/round-confirm-view.tsx';
import { stepProblemText } from '#words/step-problem.ts';
import { RoundView } from '#app/ui/administration/round-view.tsx';
import { extendRound, moveClosing } from '#app/use-cases/administration/administer-rounds.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/edit-round';

export const door = { policy: 'administrator' } satisfies Door;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const page = await roundPage(services, actor, {
    id: params.round,
    page: pageNumber(request),
  });
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
    return putRight({ errors: { [name]: stepProblemText(moment.problem) }, typed });
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
  if (result.ok) throw redirect(withNotice(roundPath(roundId, pageNumber(request)), done), 303);
  const problem = answerable(result.problem);
  if (problem.code === 'to-confirm') {
    const { confirm, isSecond } = problem;
    const affected = await affectedIn(services, actor, { id: roundId, assessmentId });
    return { confirm: { confirm, isSecond, closesAt, assessmentId, affected }, errors: {}, typed };
  }
  const field = problem.code === 'reason-wrong' ? reasonField : name;
  return respond(problem, (it) => ({ errors: { [field]: stepProblemText(it) }, typed }));
}

/** The page of the list from which it was sent. */
function roundPath(round: string, page: number): string {
  const path = addressOf('/admin/rounds/:round', { round });
  return page === 1 ? path : `${path}?page=${page}`;
}

export default function Round({ loaderData, actionData }: Route.ComponentProps) {
  if (actionData !== undefined && 'confirm' in actionData) {
    return <RoundConfirmView page={loaderData} asked={actionData} />;
  }
  return <RoundView page={loaderData} refused={actionData ?? null} />;
}
