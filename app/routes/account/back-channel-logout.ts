// A provider tells that somebody has signed out there (OpenID Connect Back-Channel Logout 1.0). No browser sends
// it; the signed token is what it is believed by.
import type { Door } from '#app/http/door/door.ts';
import { servicesContext } from '#app/http/door/contexts.ts';
import { notFound } from '#app/http/door/require.ts';
import { endSignedOut } from '#app/use-cases/accounts/provider-sign-out.ts';
import type { Route } from './+types/back-channel-logout';

export const door = { policy: 'public', signed: true } satisfies Door;

export async function action({ request, context }: Route.ActionArgs) {
  const token = (await request.formData()).get('logout_token');
  const services = context.get(servicesContext);
  const ended = typeof token === 'string' && (await endSignedOut(services, token));
  const headers = { 'Cache-Control': 'no-store' };
  return ended
    ? new Response(null, { headers })
    : Response.json({ error: 'invalid_request' }, { status: 400, headers });
}

export function loader() {
  throw notFound();
}
