import { servicesContext } from '#app/http/contexts.ts';
import { notFound } from '#app/http/require.ts';
import { calendarFeed } from '#app/queries/calendar-feed.ts';
import { linkId } from '#app/use-cases/create-password-link.ts';
import type { Route } from './+types/calendar-feed';

// Read by calendars, which cannot sign in: whoever has the address reads it (use-cases/calendar-link.ts).
export const policy = 'public';

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
