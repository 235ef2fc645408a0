import type { Door } from '#app/http/door/door.ts';
import { servicesContext } from '#app/http/door/contexts.ts';
import { publicJson } from '#app/http/register-api/public-answer.ts';
import { publishedKeySet } from '#app/queries/award/public-keys.ts';
import type { Route } from './+types/jwks';

export const door = { policy: 'public', forPrograms: true } satisfies Door;

export async function loader({ request, context }: Route.LoaderArgs) {
  const keys = await publishedKeySet(context.get(servicesContext));
  return publicJson(request, keys, { type: 'application/jwk-set+json' });
}
