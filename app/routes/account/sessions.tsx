import { redirect } from 'react-router';
import { sessionContext } from '#app/http/contexts.ts';
import { signedIn } from '#app/http/require.ts';
import { liveSessions } from '#app/queries/account-page.ts';
import { SessionsView } from '#app/ui/sessions-view.tsx';
import { endOwnOtherSessions, endOwnSession } from '#app/use-cases/change-own-account.ts';
import type { Route } from './+types/sessions';

export const policy = 'person';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const here = context.get(sessionContext)?.id ?? '';
  const sessions = await liveSessions(services, actor);
  return {
    sessions: sessions.map((one) => ({ ...one, isHere: one.id === here })),
    done: new URL(request.url).searchParams.get('done'),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const here = context.get(sessionContext)?.id ?? '';
  const id = (await request.formData()).get('session');
  if (typeof id === 'string' && id !== '') await endOwnSession(services, actor, id);
  else await endOwnOtherSessions(services, actor, here);
  throw redirect('/account/sessions?done=sessions-ended', 303);
}

export default function Sessions({ loaderData }: Route.ComponentProps) {
  return <SessionsView page={loaderData} />;
}
