import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { usedProvider } from '#app/domain/policy/provider.ts';
import { actorContext, servicesContext, sessionContext } from '#app/http/door/contexts.ts';
import { signedOutCookie } from '#app/http/door/provider-cookie.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/sign-out';

export const door = { policy: 'public', beforeFactor: true } satisfies Door;

export async function action({ request, context }: Route.ActionArgs) {
  const services = context.get(servicesContext);
  const { auth, storage } = services;
  const answer = await storage.insist(() =>
    auth.api.signOut({ headers: request.headers, asResponse: true }),
  );
  // What pages have left behind in this browser goes too; the cookie ends by itself.
  const headers = new Headers({ 'Clear-Site-Data': '"cache", "storage"' });
  for (const cookie of answer.headers.getSetCookie()) headers.append('Set-Cookie', cookie);
  const used = usedProvider(context.get(sessionContext)?.method ?? '');
  const person = context.get(actorContext)?.id;
  if (used === null || person === undefined) {
    throw redirect(withNotice(addressOf('/sign-in'), 'signed-out'), { status: 303, headers });
  }
  headers.append('Set-Cookie', signedOutCookie(services, { provider: used.provider, person }));
  throw redirect(addressOf('/sign-in/provider/signed-out'), { status: 303, headers });
}

export function loader() {
  throw redirect('/');
}
