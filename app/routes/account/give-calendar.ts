import type { Door } from '#app/http/door/door.ts';
import { servicesContext } from '#app/http/door/contexts.ts';
import { notFound } from '#app/http/door/require.ts';
import { calendarFeed } from '#app/queries/letters/calendar-feed.ts';
import { linkId } from '#app/use-cases/accounts/create-password-link.ts';
import type { Route } from './+types/give-calendar';

// Read by calendars, which cannot sign in: whoever has the address reads it (use-cases/letters/calendar-link.ts).
export const door = { policy: 'public', secret: true } satisfies Door;

export async function loader({ params, context }: Route.LoaderArgs) {
  const services = context.get(servicesContext);
  const calendar = await calendarFeed(services, linkId(params.token));
  if (calendar === null) throw notFound();
  return new Response(services.renderCalendar(calendar), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="dates.ics"',
    },
  });
}
