import type { Door } from '#app/http/door/door.ts';
import { servicesContext } from '#app/http/door/contexts.ts';
import { altered, notFound } from '#app/http/door/require.ts';
import { awardPage } from '#app/queries/award/award-page.ts';
import { AwardView } from '#app/ui/award/award-view.tsx';
import { londonDay } from '#app/domain/london-day.ts';
import { isAwardWhole } from '#app/doors/check-record.ts';
import type { Route } from './+types/read-award';

export const door = { policy: 'public', shared: true } satisfies Door;

export async function loader({ params, context }: Route.LoaderArgs) {
  const services = context.get(servicesContext);
  const today = londonDay(services.clock().toISOString());
  if (!(await isAwardWhole(services, params.award))) throw altered();
  const page = await awardPage(services, params.award, today);
  if (page === null) throw notFound();
  return page;
}

export default function Award({ loaderData }: Route.ComponentProps) {
  return <AwardView page={loaderData} />;
}
