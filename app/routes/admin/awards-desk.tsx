import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { notFound, signedIn } from '#app/http/door/require.ts';
import { awardsDesk } from '#app/queries/award/awards-desk.ts';
import { numberIn } from '#app/queries/award/verification.ts';
import { AwardsDeskView } from '#app/ui/award/awards-desk-view.tsx';
import { londonDay } from '#app/domain/london-day.ts';
import type { Route } from './+types/awards-desk';

export const door = { policy: 'administrator' } satisfies Door;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const typed = new URL(request.url).searchParams.get('number') ?? '';
  const number = numberIn(typed);
  if (number !== null) throw redirect(addressOf('/admin/awards/:award', { award: number }));
  const page = await awardsDesk(services, actor, londonDay(services.clock().toISOString()));
  if (page === null) throw notFound();
  return { ...page, typed: typed.slice(0, 100) };
}

export default function Awards({ loaderData }: Route.ComponentProps) {
  return <AwardsDeskView page={loaderData} />;
}
