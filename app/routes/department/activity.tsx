import { pageNumber } from '#app/http/parse-form.ts';
import { assessmentOrNotFound, signedIn } from '#app/http/require.ts';
import { activityPage } from '#app/queries/activity-page.ts';
import { ActivityView } from '#app/ui/activity-view.tsx';
import type { Route } from './+types/activity';

export const policy = 'person';

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services } = signedIn(context);
  const view = await assessmentOrNotFound(context, params.id);
  return activityPage(services, view, pageNumber(request));
}

export default function Activity({ loaderData }: Route.ComponentProps) {
  return <ActivityView page={loaderData} />;
}
