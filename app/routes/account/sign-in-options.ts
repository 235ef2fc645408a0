import type { Door } from '#app/http/door/door.ts';
import { servicesContext } from '#app/http/door/contexts.ts';
import { questionFor } from '#app/http/door/passkey-answer.ts';
import { notFound } from '#app/http/door/require.ts';
import type { Route } from './+types/sign-in-options';

export const door = { policy: 'public' } satisfies Door;

export async function action({ context }: Route.ActionArgs) {
  const services = context.get(servicesContext);
  return questionFor(services, await services.passkeys.ask());
}

/** Only asked by the scripts of our pages. */
export function loader() {
  throw notFound();
}
