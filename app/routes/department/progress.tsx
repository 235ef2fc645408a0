import { assessmentOrNotFound, signedIn } from '#app/http/require.ts';
import { progressPage } from '#app/queries/progress-page.ts';
import { ProgressView } from '#app/ui/progress-view.tsx';
import type { Route } from './+types/progress';

export const policy = 'person';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services } = signedIn(context);
  const view = await assessmentOrNotFound(context, params.id);
  return progressPage(services, view);
}

export default function Progress({ loaderData }: Route.ComponentProps) {
  return <ProgressView page={loaderData} />;
}
