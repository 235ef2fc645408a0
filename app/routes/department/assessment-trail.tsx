import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { ownTrail } from '#app/domain/policy/trail.ts';
import { pageNumber } from '#app/http/forms/parse-form.ts';
import { notFound, signedIn } from '#app/http/door/require.ts';
import { trailAsked } from '#app/http/forms/trail-query.ts';
import { trailPage } from '#app/queries/administration/trail-page.ts';
import { TrailView } from '#app/ui/administration/trail-view.tsx';
import type { Route } from './+types/assessment-trail';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const scope = ownTrail(actor);
  if (scope === null) throw notFound();
  return trailPage(services, scope, { ...trailAsked(request), page: pageNumber(request) });
}

export default function Trail({ loaderData }: Route.ComponentProps) {
  return <TrailView page={loaderData} path={addressOf('/trail')} />;
}
