import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { londonDay } from '#app/domain/london-day.ts';
import { dayIn } from '#app/http/forms/parse-action.ts';
import { typedIn } from '#app/http/forms/parse-form.ts';
import { assessmentOrNotFound, signedIn } from '#app/http/door/require.ts';
import { errorAt, respond } from '#app/http/respond.ts';
import { workPage } from '#app/queries/assessment/work-page.ts';
import { WorkView } from '#app/ui/assessment/work/work-view.tsx';
import { planWork } from '#app/use-cases/assessment/plan-work.ts';
import { withNotice } from '#words/kit/notices.ts';
import { togetherProblemText } from '#words/people/together-problem.ts';
import type { Route } from './+types/plan-work';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const view = await assessmentOrNotFound(context, params.id);
  const today = londonDay(services.clock().toISOString());
  const page = await workPage(services, actor, { view, today });
  return { ...page, done: new URL(request.url).searchParams.get('done') };
}

export async function action({ params: { id }, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const form = await request.formData();
  const typed = typedIn(form);
  const ticked = form.getAll('criterion').map(String);
  const planned = await planWork(services, actor, {
    assessmentId: id,
    which: typed['which'] ?? 'ticked',
    ticked,
    person: typed['person'] ?? '',
    dueOn: dayIn(typed, 'due') ?? '',
    noDay: typed['noDay'] !== undefined,
  });
  if (planned.ok) {
    throw redirect(withNotice(addressOf('/assessments/:id/work', { id }), 'work-planned'), 303);
  }
  return respond(planned.problem, (problem) => ({
    errors: errorAt(problem, togetherProblemText(problem), fieldOf(problem.code)),
    typed,
    ticked,
  }));
}

function fieldOf(code: string): string {
  if (code.startsWith('due-day')) return 'due';
  return code === 'cannot-answer' || code === 'nothing-to-change' ? 'person' : 'which';
}

export default function PlanWork({ loaderData, actionData }: Route.ComponentProps) {
  return <WorkView page={loaderData} refused={actionData ?? null} />;
}
