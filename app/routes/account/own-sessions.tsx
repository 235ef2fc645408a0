import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { sessionContext } from '#app/http/door/contexts.ts';
import { typedIn } from '#app/http/forms/parse-form.ts';
import { notFound, signedIn } from '#app/http/door/require.ts';
import { liveSessions } from '#app/queries/accounts/account-page.ts';
import { SessionsView } from '#app/ui/accounts/sessions-view.tsx';
import { endOwnOtherSessions, endOwnSession } from '#app/use-cases/accounts/change-own-account.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/own-sessions';

export const door = { policy: 'person', ownAccount: true, beforeFactor: true } satisfies Door;

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
  const { session, intent } = typedIn(await request.formData());
  if (intent === 'others') await endOwnOtherSessions(services, actor, here);
  else if (session !== undefined) await endOwnSession(services, actor, session);
  else throw notFound();
  throw redirect(withNotice(addressOf('/account/sessions'), 'sessions-ended'), 303);
}

export default function Sessions({ loaderData }: Route.ComponentProps) {
  return <SessionsView page={loaderData} />;
}
