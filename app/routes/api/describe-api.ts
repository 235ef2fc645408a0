import type { Door } from '#app/http/door/door.ts';
import { servicesContext } from '#app/http/door/contexts.ts';
import { openApiDocument } from '#app/http/register-api/openapi-document.ts';
import { readQuery } from '#app/http/register-api/public-api.ts';
import { publicJson } from '#app/http/register-api/public-answer.ts';
import { noQuery } from '#app/http/register-api/register-schemas.ts';
import type { Route } from './+types/describe-api';

export const door = { policy: 'public', forPrograms: true, limited: true } satisfies Door;

export function loader({ request, context }: Route.LoaderArgs) {
  const asked = readQuery(request, noQuery);
  if (!asked.ok) return asked.problem;
  return publicJson(request, openApiDocument(context.get(servicesContext).config));
}
