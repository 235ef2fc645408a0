import type { Door } from '#app/http/door/door.ts';
import { signedIn } from '#app/http/door/require.ts';
import { accountPage } from '#app/queries/accounts/account-page.ts';
import { AccountView } from '#app/ui/accounts/account-view.tsx';
import type { Route } from './+types/account';

export const door = { policy: 'person', ownAccount: true, beforeFactor: true } satisfies Door;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const done = new URL(request.url).searchParams.get('done');
  return { ...(await accountPage(services, actor)), done };
}

export default function Account({ loaderData }: Route.ComponentProps) {
  return <AccountView page={loaderData} />;
}
