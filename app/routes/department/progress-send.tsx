import { PROGRESS_YEAR } from '#words/plan/plan-pages.ts';
import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { typedIn } from '#app/http/forms/parse-form.ts';
import { altered, assessmentOrNotFound, notFound, signedIn } from '#app/http/door/require.ts';
import { respond } from '#app/http/respond.ts';
import { progressYearPage } from '#app/queries/plan/progress-page.ts';
import { ProgressSendView } from '#app/ui/plan/progress-send-view.tsx';
import { reportErrors } from '#words/plan/report-problem-text.ts';
import { stepProblemText } from '#words/step-problem.ts';
import { areAwardsWhole } from '#app/doors/check-record.ts';
import { sendReport } from '#app/use-cases/plan/report-plan.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/progress-send';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const view = await assessmentOrNotFound(context, params.id);
  if (!(await areAwardsWhole(services, view.id))) throw altered();
  const page = await progressYearPage(services, { view, actor, year: Number(params.year) });
  if (page === null) throw notFound();
  return page;
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const typed = typedIn(await request.formData());
  const year = Number(params.year);
  // What names no version was not read.
  const readVersion = Number(typed['version'] ?? 0);
  const command = { assessmentId: params.id, year, readVersion };
  const result = await sendReport(services, actor, command);
  if (result.ok) {
    throw redirect(
      withNotice(
        addressOf('/assessments/:id/progress/:year', { id: params.id, year: String(year) }),
        'report-sent',
      ),
      303,
    );
  }
  return respond(result.problem, (problem) => {
    if (problem.code === 'not-valid')
      return { errors: Object.values(reportErrors(problem.fields)) };
    const changed = problem.code === 'changed-meanwhile';
    return { errors: [changed ? CHANGED_MEANWHILE : stepProblemText(problem)] };
  });
}

const CHANGED_MEANWHILE = PROGRESS_YEAR.changedMeanwhile;

export default function ProgressSend({ loaderData, actionData }: Route.ComponentProps) {
  return <ProgressSendView page={loaderData} errors={actionData?.errors ?? []} />;
}
