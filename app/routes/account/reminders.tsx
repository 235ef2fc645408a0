import { data } from 'react-router';
import type { Door } from '#app/http/door/door.ts';
import { servicesContext } from '#app/http/door/contexts.ts';
import { notFound } from '#app/http/door/require.ts';
import { remindersOf } from '#app/queries/letters/reminders-page.ts';
import { RemindersView } from '#app/ui/letters/reminders-view.tsx';
import { personOf, switchReminders } from '#app/use-cases/letters/switch-reminders.ts';
import type { Route } from './+types/reminders';

// Reached from a letter, by people who need not sign in and by mail programs (RFC 8058): the signed
// token in the address is what lets them in.
export const door = { policy: 'public', secret: true, signed: true } satisfies Door;

export async function loader({ params, context }: Route.LoaderArgs) {
  const services = context.get(servicesContext);
  const person = await personOf(services, params.token);
  if (person === null) throw notFound();
  // Nothing tells whose they are.
  return { reminders: await remindersOf(services, person) };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const to = form.get('reminders') === 'on' ? 'on' : 'off';
  const { token } = params;
  const switched = await switchReminders(context.get(servicesContext), { token, to });
  if (!switched.ok) throw notFound();
  // No redirect: a mail program that sends this form follows none.
  return data<{ switched: 'on' | 'off' }>({ switched: to });
}

export default function Reminders({ loaderData, actionData }: Route.ComponentProps) {
  return <RemindersView page={loaderData} switched={actionData?.switched ?? null} />;
}
