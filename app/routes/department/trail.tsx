import { ownTrail } from '#app/domain/policy/trail.ts';
import { pageNumber } from '#app/http/parse-form.ts';
import { notFound, signedIn } from '#app/http/require.ts';
import { trailAsked } from '#app/http/trail-query.ts';
import { trailPage } from '#app/queries/trail-page.ts';
import { TrailView } from '#app/ui/trail-view.tsx';
import type { Route } from './+types/trail';

export const policy = 'person';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const scope = ownTrail(actor);
  if (scope === null) throw notFound();
  return trailPage(services, scope, { ...trailAsked(request), page: pageNumber(request) });
}

export default function Trail({ loaderData }: Route.ComponentProps) {
  return <TrailView page={loaderData} path="/trail" />;
}
