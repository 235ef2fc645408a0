import { servicesContext } from '#app/http/contexts.ts';
import { openApiDocument } from '#app/http/openapi.ts';
import { readQuery } from '#app/http/public-api.ts';
import { publicJson } from '#app/http/public-answer.ts';
import { noQuery } from '#app/http/register-schemas.ts';
import type { Route } from './+types/openapi';

export const policy = 'public';

export function loader({ request, context }: Route.LoaderArgs) {
  const asked = readQuery(request, noQuery);
  if (!asked.ok) return asked.problem;
  return publicJson(request, openApiDocument(context.get(servicesContext).config));
}
