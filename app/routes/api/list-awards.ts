import type { Door } from '#app/http/door/door.ts';
import { servicesContext } from '#app/http/door/contexts.ts';
import {
  linkHeader,
  nextAddress,
  readPlace,
  readQuery,
} from '#app/http/register-api/public-api.ts';
import { publicJson } from '#app/http/register-api/public-answer.ts';
import { summaryOf } from '#app/http/register-api/register-api.ts';
import { filterIn } from '#app/http/register-api/register-query.ts';
import { awardsQuery } from '#app/http/register-api/register-schemas.ts';
import { findEntries } from '#app/queries/award/register-page.ts';
import { londonDay } from '#app/domain/london-day.ts';
import type { Route } from './+types/list-awards';

export const door = { policy: 'public', forPrograms: true, limited: true } satisfies Door;

export async function loader({ request, context }: Route.LoaderArgs) {
  const services = context.get(servicesContext);
  const { origin } = services.config;
  const asked = readQuery(request, awardsQuery);
  if (!asked.ok) return asked.problem;
  const place = readPlace(asked.value.after);
  if (!place.ok) return place.problem;
  const found = await findEntries(services, {
    filter: filterIn(new URL(request.url).searchParams),
    after: place.value,
    size: asked.value.limit,
    today: londonDay(services.clock().toISOString()),
  });
  const next = nextAddress(request, origin, found.next);
  const awards = found.entries.map((entry) => summaryOf(entry, origin));
  const answer = { awards, next, licence: services.config.registerLicence };
  return publicJson(request, answer, { headers: linkHeader(next, services.config) });
}
