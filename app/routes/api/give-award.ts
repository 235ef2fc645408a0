import { REGISTER_API } from '#words/award/award-pages.ts';
import type { Door } from '#app/http/door/door.ts';
import { servicesContext } from '#app/http/door/contexts.ts';
import { apiProblem, readQuery } from '#app/http/register-api/public-api.ts';
import { publicJson } from '#app/http/register-api/public-answer.ts';
import { wholeAward } from '#app/http/register-api/register-api.ts';
import { noQuery } from '#app/http/register-api/register-schemas.ts';
import { awardPage } from '#app/queries/award/award-page.ts';
import { londonDay } from '#app/domain/london-day.ts';
import { isAwardWhole } from '#app/doors/check-record.ts';
import type { Route } from './+types/give-award';

export const door = { policy: 'public', forPrograms: true, limited: true } satisfies Door;

const ALTERED_AWARD = REGISTER_API.altered;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const services = context.get(servicesContext);
  const asked = readQuery(request, noQuery);
  if (!asked.ok) return asked.problem;
  const today = londonDay(services.clock().toISOString());
  if (!(await isAwardWhole(services, params.award))) return apiProblem(409, ALTERED_AWARD);
  const page = await awardPage(services, params.award, today);
  if (page === null) return apiProblem(404, REGISTER_API.noAward);
  return publicJson(request, wholeAward(page, services.config));
}
