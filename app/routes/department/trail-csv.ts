import { ownTrail } from '#app/domain/policy/trail.ts';
import { notFound, signedIn } from '#app/http/require.ts';
import { trailAsked, trailFile } from '#app/http/trail-query.ts';
import { trailRows } from '#app/queries/trail-page.ts';
import type { Route } from './+types/trail-csv';

export const policy = 'person';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const scope = ownTrail(actor);
  if (scope === null) throw notFound();
  return trailFile(await trailRows(services, scope, trailAsked(request)));
}
