import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { data, redirect } from 'react-router';
import { signedIn } from '#app/http/door/require.ts';
import { calendarPage } from '#app/queries/letters/calendar-feed.ts';
import { remindersOf } from '#app/queries/letters/reminders-page.ts';
import { CalendarView } from '#app/ui/letters/calendar-view.tsx';
import { makeCalendarLink, removeCalendarLink } from '#app/use-cases/letters/calendar-link.ts';
import { switchOwnReminders } from '#app/use-cases/letters/switch-reminders.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/own-calendar';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const done = new URL(request.url).searchParams.get('done');
  const reminders = await remindersOf(services, actor.id);
  return { ...(await calendarPage(services, actor)), reminders, done };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const form = await request.formData();
  const reminders = form.get('reminders');
  if (reminders === 'on' || reminders === 'off') {
    await switchOwnReminders(services, actor, reminders);
    throw redirect(withNotice(addressOf('/calendar'), `reminders-${reminders}`), 303);
  }
  if (form.get('intent') === 'remove') {
    await removeCalendarLink(services, actor);
    throw redirect(withNotice(addressOf('/calendar'), 'calendar-removed'), 303);
  }
  const { token } = await makeCalendarLink(services, actor);
  return data({ link: `${services.config.origin}${addressOf('/calendar/:token', { token })}` });
}

export default function CalendarRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <CalendarView page={loaderData} link={actionData?.link ?? null} />;
}
