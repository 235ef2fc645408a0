import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { z } from 'zod';
import { searchedIn } from '#app/http/forms/searched-in.ts';
import { parseForm } from '#app/http/forms/parse-form.ts';
import { assessmentOrNotFound, noAccess, notFound, signedIn } from '#app/http/door/require.ts';
import { actionPlanPage } from '#app/queries/plan/action-plan-page.ts';
import { previousPlan } from '#app/queries/plan/plan-before.ts';
import { isAwarded } from '#app/queries/plan/progress-page.ts';
import { ActionPlanView } from '#app/ui/plan/action-plan-view.tsx';
import { londonDay } from '#app/domain/london-day.ts';
import { moveAction } from '#app/use-cases/plan/move-action.ts';
import { isRenewedWhole } from '#app/doors/check-record.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/plan';

export const door = { policy: 'person' } satisfies Door;

const Move = z.object({ action: z.string(), direction: z.enum(['up', 'down']) });

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const view = await assessmentOrNotFound(context, params.id);
  const isWhole = await isRenewedWhole(services, view.renews);
  const today = londonDay(services.clock().toISOString());
  return {
    ...(await actionPlanPage(services, view, {
      today,
      asker: actor.id,
      query: searchedIn(request),
    })),
    awarded: await isAwarded(services, view.id),
    // An altered award has no plan to show; its own page says so.
    previous: isWhole ? await previousPlan(services, view) : null,
    ...viewsOf(new URL(request.url)),
    done: new URL(request.url).searchParams.get('done'),
  };
}

/** The plan as a table or as a board, and to be changed together, each with what is looked for. */
function viewsOf({ pathname, searchParams }: URL) {
  const asked = [...searchParams].filter(([name]) => name !== 'done' && name !== 'view');
  const address = (path: string, more: readonly [string, string][] = []) => {
    const query = new URLSearchParams([...asked, ...more]).toString();
    return query === '' ? path : `${path}?${query}`;
  };
  return {
    isBoard: searchParams.get('view') === 'board',
    views: { table: address(pathname), board: address(pathname, [['view', 'board']]) },
    several: address(`${pathname}/several`),
  };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const move = parseForm(await request.formData(), Move);
  if (!move.ok) throw notFound();
  const { action: actionId, direction } = move.value;
  const command = { assessmentId: params.id, actionId, direction };
  const result = await moveAction(services, actor, command);
  const plan = addressOf('/assessments/:id/actions', { id: params.id });
  if (result.ok) throw redirect(withNotice(`${plan}#move-${actionId}`, 'action-moved'), 303);
  throw noAccess(result.problem);
}

export default function Actions({ loaderData }: Route.ComponentProps) {
  return <ActionPlanView page={loaderData} />;
}
