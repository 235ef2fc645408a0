import type { Door } from '#app/http/door/door.ts';
import { pageNumber } from '#app/http/forms/parse-form.ts';
import { anyAssessmentOrNotFound, signedIn } from '#app/http/door/require.ts';
import { activityPage } from '#app/queries/assessment/activity-page.ts';
import { ActivityView } from '#app/ui/assessment/activity-view.tsx';
import type { Route } from './+types/activity-log';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services } = signedIn(context);
  const view = await anyAssessmentOrNotFound(context, params.id);
  return activityPage(services, view, pageNumber(request));
}

export default function Activity({ loaderData }: Route.ComponentProps) {
  return <ActivityView page={loaderData} />;
}
