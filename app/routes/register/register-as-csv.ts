import type { Door } from '#app/http/door/door.ts';
import { servicesContext } from '#app/http/door/contexts.ts';
import {
  linkHeader,
  nextAddress,
  readPlace,
  readQuery,
} from '#app/http/register-api/public-api.ts';
import { publicAnswer } from '#app/http/register-api/public-answer.ts';
import { registerCsv } from '#app/http/register-api/register-csv.ts';
import { filterIn } from '#app/http/register-api/register-query.ts';
import { awardsQuery } from '#app/http/register-api/register-schemas.ts';
import { findEntries } from '#app/queries/award/register-page.ts';
import { londonDay } from '#app/domain/london-day.ts';
import type { Route } from './+types/register-as-csv';

export const door = { policy: 'public', forPrograms: true, limited: true } satisfies Door;

const MOST_ROWS = 1000;

export async function loader({ request, context }: Route.LoaderArgs) {
  const services = context.get(servicesContext);
  const { origin } = services.config;
  const asked = readQuery(request, awardsQuery.omit({ limit: true }));
  if (!asked.ok) return asked.problem;
  const place = readPlace(asked.value.after);
  if (!place.ok) return place.problem;
  const found = await findEntries(services, {
    filter: filterIn(new URL(request.url).searchParams),
    after: place.value,
    size: MOST_ROWS,
    today: londonDay(services.clock().toISOString()),
  });
  return publicAnswer(request, {
    body: registerCsv(found.entries, origin),
    type: 'text/csv; charset=utf-8; header=present',
    headers: {
      'Content-Disposition': 'attachment; filename="awards.csv"',
      ...linkHeader(nextAddress(request, origin, found.next), services.config),
    },
  });
}
