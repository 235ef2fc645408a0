import { EVERYTHING } from '#app/domain/award/register-words.ts';
import { servicesContext } from '#app/http/contexts.ts';
import { publicAnswer } from '#app/http/public-answer.ts';
import { registerFeed } from '#app/http/register-feed.ts';
import { findEntries } from '#app/queries/register-page.ts';
import { londonDay } from '#app/domain/london-day.ts';
import type { Route } from './+types/feed';

export const policy = 'public';

const NEWEST = 30;

export async function loader({ request, context }: Route.LoaderArgs) {
  const services = context.get(servicesContext);
  const found = await findEntries(services, {
    filter: EVERYTHING,
    after: null,
    size: NEWEST,
    today: londonDay(services.clock().toISOString()),
  });
  return publicAnswer(request, {
    body: registerFeed(found.entries, services.config.origin),
    type: 'application/atom+xml; charset=utf-8',
    keep: 300,
  });
}
