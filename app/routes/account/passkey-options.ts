import { redirect } from 'react-router';
import { servicesContext } from '#app/http/contexts.ts';
import { questionFor } from '#app/http/passkey-answer.ts';
import type { Route } from './+types/passkey-options';

export const policy = 'public';

export async function action({ context }: Route.ActionArgs) {
  const services = context.get(servicesContext);
  return questionFor(services, await services.passkeys.ask());
}

export function loader() {
  throw redirect('/sign-in');
}
