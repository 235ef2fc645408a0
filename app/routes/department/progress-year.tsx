import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { readReportForm } from '#app/http/forms/report-form.ts';
import { altered, assessmentOrNotFound, notFound, signedIn } from '#app/http/door/require.ts';
import { besideTheirs, errorAt, respond } from '#app/http/respond.ts';
import { progressYearPage } from '#app/queries/plan/progress-page.ts';
import { reportErrors } from '#words/plan/report-problem-text.ts';
import { ProgressYearView } from '#app/ui/plan/progress-year-view.tsx';
import { stepProblemText } from '#words/step-problem.ts';
import { reportPlan } from '#app/use-cases/plan/report-plan.ts';
import { areAwardsWhole } from '#app/doors/check-record.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/progress-year';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const view = await assessmentOrNotFound(context, params.id);
  if (!(await areAwardsWhole(services, view.id))) throw altered();
  const page = await progressYearPage(services, { view, actor, year: Number(params.year) });
  if (page === null) throw notFound();
  return { ...page, done: new URL(request.url).searchParams.get('done') };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const { draft, readVersion, toPrepare, typed } = readReportForm(await request.formData());
  const year = Number(params.year);
  const command = {
    assessmentId: params.id,
    year,
    draft,
    readVersion,
    toSend: false,
    toPrepare,
  };
  const result = await reportPlan(services, actor, command);
  if (result.ok) {
    const at = { id: params.id, year: String(year) };
    const next = toPrepare
      ? addressOf('/assessments/:id/progress/:year/send', at)
      : withNotice(addressOf('/assessments/:id/progress/:year', at), 'report-saved');
    throw redirect(next, 303);
  }
  return respond(result.problem, (problem) => {
    const { errors, conflict } = besideTheirs(problem, {
      // What was saved in between stands on the page, beside what was typed.
      theirs: () => true,
      errors: (other) =>
        other.code === 'not-valid'
          ? reportErrors(other.fields)
          : errorAt(other, stepProblemText(other)),
    });
    return { errors, typed, meanwhile: conflict !== null };
  });
}

export default function ProgressYear({ loaderData, actionData }: Route.ComponentProps) {
  return <ProgressYearView page={loaderData} answered={actionData ?? null} />;
}
