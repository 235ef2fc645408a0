import type { Door } from '#app/http/door/door.ts';
import { servicesContext } from '#app/http/door/contexts.ts';
import { placeIn } from '#app/http/register-api/register-query.ts';
import { notFound } from '#app/http/door/require.ts';
import { registeredOrganisation } from '#app/queries/award/registered-organisation.ts';
import { RegisteredOrganisationView } from '#app/ui/award/registered-organisation-view.tsx';
import { londonDay } from '#app/domain/london-day.ts';
import type { Route } from './+types/registered-organisation';

export const door = { policy: 'public', shared: true } satisfies Door;

const PAGE_SIZE = 50;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const services = context.get(servicesContext);
  const page = await registeredOrganisation(services, {
    organisation: params.holder,
    after: placeIn(new URL(request.url).searchParams),
    size: PAGE_SIZE,
    today: londonDay(services.clock().toISOString()),
  });
  if (page === null) throw notFound();
  return page;
}

export default function Organisation({ loaderData }: Route.ComponentProps) {
  return <RegisteredOrganisationView page={loaderData} />;
}
