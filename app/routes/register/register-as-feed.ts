import type { Door } from '#app/http/door/door.ts';
import { servicesContext } from '#app/http/door/contexts.ts';
import { publicAnswer } from '#app/http/register-api/public-answer.ts';
import { registerFeed } from '#app/http/register-api/register-feed.ts';
import { feedEntries } from '#app/queries/award/feed-entries.ts';
import { londonDay } from '#app/domain/london-day.ts';
import type { Route } from './+types/register-as-feed';

export const door = { policy: 'public', forPrograms: true } satisfies Door;

const NEWEST = 30;

export async function loader({ request, context }: Route.LoaderArgs) {
  const services = context.get(servicesContext);
  const entries = await feedEntries(services, {
    size: NEWEST,
    today: londonDay(services.clock().toISOString()),
  });
  return publicAnswer(request, {
    body: registerFeed(entries, services.config.origin),
    type: 'application/atom+xml; charset=utf-8',
    keep: 300,
  });
}
