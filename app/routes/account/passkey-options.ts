import { servicesContext } from '#app/http/contexts.ts';
import { questionFor } from '#app/http/passkey-answer.ts';
import { notFound } from '#app/http/require.ts';
import type { Route } from './+types/passkey-options';

export const policy = 'public';

export async function action({ context }: Route.ActionArgs) {
  const services = context.get(servicesContext);
  return questionFor(services, await services.passkeys.ask());
}

/** Only asked by the scripts of our pages. */
export function loader() {
  throw notFound();
}
