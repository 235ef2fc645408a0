import { redirect } from 'react-router';
import { servicesContext } from '#app/http/contexts.ts';
import type { Route } from './+types/sign-out';

export const policy = 'public';

export async function action({ request, context }: Route.ActionArgs) {
  const { auth, storage } = context.get(servicesContext);
  const answer = await storage.insist(() =>
    auth.api.signOut({ headers: request.headers, asResponse: true }),
  );
  // What pages have left behind in this browser goes too; the cookie ends by itself.
  const headers = new Headers({ 'Clear-Site-Data': '"cache", "storage"' });
  for (const cookie of answer.headers.getSetCookie()) headers.append('Set-Cookie', cookie);
  throw redirect('/sign-in?done=signed-out', { status: 303, headers });
}

export function loader() {
  throw redirect('/');
}
