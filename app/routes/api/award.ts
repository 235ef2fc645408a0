import { servicesContext } from '#app/http/contexts.ts';
import { apiProblem, readQuery } from '#app/http/public-api.ts';
import { publicJson } from '#app/http/public-answer.ts';
import { wholeAward } from '#app/http/register-api.ts';
import { noQuery } from '#app/http/register-schemas.ts';
import { awardPage } from '#app/queries/award-page.ts';
import { londonDay } from '#app/domain/london-day.ts';
import type { Route } from './+types/award';

export const policy = 'public';

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const services = context.get(servicesContext);
  const asked = readQuery(request, noQuery);
  if (!asked.ok) return asked.problem;
  const today = londonDay(services.clock().toISOString());
  const page = await awardPage(services, params.award, today);
  if (page === null) return apiProblem(404, 'There is no published award of this number.');
  return publicJson(request, wholeAward(page, services.config));
}
