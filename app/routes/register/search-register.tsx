import { REGISTER } from '#words/award/award-pages.ts';
import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { servicesContext } from '#app/http/door/contexts.ts';
import { filterIn, placeIn } from '#app/http/register-api/register-query.ts';
import { registerPage } from '#app/queries/award/register-page.ts';
import { RegisterView } from '#app/ui/award/register-view.tsx';
import { londonDay } from '#app/domain/london-day.ts';
import type { Route } from './+types/search-register';

export const door = { policy: 'public', shared: true } satisfies Door;

const PAGE_SIZE = 20;

/** Programs that follow the register find its feed from here. */
export const links: Route.LinksFunction = () => [
  {
    rel: 'alternate',
    type: 'application/atom+xml',
    href: addressOf('/awards/feed.atom'),
    title: REGISTER.newAwards,
  },
];

export async function loader({ request, context }: Route.LoaderArgs) {
  const services = context.get(servicesContext);
  const asked = new URL(request.url).searchParams;
  const page = await registerPage(services, {
    filter: filterIn(asked),
    after: placeIn(asked),
    size: PAGE_SIZE,
    today: londonDay(services.clock().toISOString()),
  });
  return { ...page, licence: services.config.registerLicence };
}

export default function Awards({ loaderData }: Route.ComponentProps) {
  return <RegisterView page={loaderData} />;
}
