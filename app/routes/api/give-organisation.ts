import { REGISTER_API } from '#words/award/award-pages.ts';
import type { Door } from '#app/http/door/door.ts';
import { servicesContext } from '#app/http/door/contexts.ts';
import {
  apiProblem,
  linkHeader,
  nextAddress,
  readPlace,
  readQuery,
} from '#app/http/register-api/public-api.ts';
import { publicJson } from '#app/http/register-api/public-answer.ts';
import { summaryOf } from '#app/http/register-api/register-api.ts';
import { pageQuery } from '#app/http/register-api/register-schemas.ts';
import { registeredOrganisation } from '#app/queries/award/registered-organisation.ts';
import { londonDay } from '#app/domain/london-day.ts';
import type { Route } from './+types/give-organisation';

export const door = { policy: 'public', forPrograms: true, limited: true } satisfies Door;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const services = context.get(servicesContext);
  const { origin } = services.config;
  const asked = readQuery(request, pageQuery);
  if (!asked.ok) return asked.problem;
  const place = readPlace(asked.value.after);
  if (!place.ok) return place.problem;
  const found = await registeredOrganisation(services, {
    organisation: params.holder,
    after: place.value,
    size: asked.value.limit,
    today: londonDay(services.clock().toISOString()),
  });
  if (found === null) return apiProblem(404, REGISTER_API.noOrganisation);
  const { id, odsCode, name, nowCalled, formerly, nowPartOf, predecessors, entries } = found;
  const next = nextAddress(request, origin, found.next);
  const answer = {
    organisation: { id, odsCode, name, nowCalled, formerly, nowPartOf },
    predecessors,
    awards: entries.map((entry) => summaryOf(entry, origin)),
    next,
    licence: services.config.registerLicence,
  };
  return publicJson(request, answer, { headers: linkHeader(next, services.config) });
}
