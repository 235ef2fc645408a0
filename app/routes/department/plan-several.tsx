import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { londonDay } from '#app/domain/london-day.ts';
import { dayIn } from '#app/http/forms/parse-action.ts';
import { typedIn } from '#app/http/forms/parse-form.ts';
import { searchedIn } from '#app/http/forms/searched-in.ts';
import { assessmentOrNotFound, mayNot, signedIn } from '#app/http/door/require.ts';
import { errorAt, respond } from '#app/http/respond.ts';
import { severalPage } from '#app/queries/plan/several-page.ts';
import { SeveralView } from '#app/ui/plan/several-view.tsx';
import { changeSeveral } from '#app/use-cases/plan/change-several.ts';
import { withNotice } from '#words/kit/notices.ts';
import { severalProblemText } from '#words/plan/several-words.ts';
import type { Route } from './+types/plan-several';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services } = signedIn(context);
  const view = await assessmentOrNotFound(context, params.id);
  if (!view.mayPlanActions) throw mayNot(context, view, 'plan-actions');
  const today = londonDay(services.clock().toISOString());
  return severalPage(view, { query: searchedIn(request), today });
}

export async function action({ params: { id }, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const form = await request.formData();
  const typed = typedIn(form);
  const chosen = form.getAll('action').map(String);
  const changed = await changeSeveral(services, actor, {
    assessmentId: id,
    chosen,
    change: {
      keyPriority: typed['keyPriority'] ?? '',
      owner: typed['owner'] ?? '',
      startOn: dayIn(typed, 'startOn'),
      dueOn: dayIn(typed, 'dueOn'),
      priority: typed['priority'] ?? '',
      status: typed['status'] ?? '',
    },
  });
  if (changed.ok) {
    const plan = addressOf('/assessments/:id/actions', { id });
    throw redirect(withNotice(plan, 'actions-changed'), 303);
  }
  return respond(changed.problem, (problem) => ({
    errors: errorAt(problem, severalProblemText(problem)),
    typed,
    chosen,
  }));
}

export default function PlanSeveral({ loaderData, actionData }: Route.ComponentProps) {
  return <SeveralView page={loaderData} refused={actionData ?? null} />;
}
