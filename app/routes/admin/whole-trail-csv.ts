import type { Door } from '#app/http/door/door.ts';
import { wholeTrail } from '#app/domain/policy/trail.ts';
import { notFound, signedIn } from '#app/http/door/require.ts';
import { trailAsked, trailFile } from '#app/http/forms/trail-query.ts';
import { trailRows } from '#app/queries/administration/trail-page.ts';
import type { Route } from './+types/whole-trail-csv';

export const door = { policy: 'administrator' } satisfies Door;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const scope = wholeTrail(actor);
  if (scope === null) throw notFound();
  return trailFile(await trailRows(services, scope, trailAsked(request)));
}
