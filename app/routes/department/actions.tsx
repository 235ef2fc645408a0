import { assessmentOrNotFound, signedIn } from '#app/http/require.ts';
import { actionPlanPage } from '#app/queries/action-plan-page.ts';
import { ActionPlanView } from '#app/ui/action-plan-view.tsx';
import { londonDay } from '#app/ui/time.ts';
import type { Route } from './+types/actions';

export const policy = 'person';

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services } = signedIn(context);
  const view = await assessmentOrNotFound(context, params.id);
  const today = londonDay(services.clock().toISOString());
  return {
    ...actionPlanPage(view, today),
    done: new URL(request.url).searchParams.get('done'),
  };
}

export default function Actions({ loaderData }: Route.ComponentProps) {
  return <ActionPlanView page={loaderData} />;
}
