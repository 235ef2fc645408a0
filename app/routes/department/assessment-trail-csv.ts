import type { Door } from '#app/http/door/door.ts';
import { ownTrail } from '#app/domain/policy/trail.ts';
import { notFound, signedIn } from '#app/http/door/require.ts';
import { trailAsked, trailFile } from '#app/http/forms/trail-query.ts';
import { trailRows } from '#app/queries/administration/trail-page.ts';
import type { Route } from './+types/assessment-trail-csv';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const scope = ownTrail(actor);
  if (scope === null) throw notFound();
  return trailFile(await trailRows(services, scope, trailAsked(request)));
}
