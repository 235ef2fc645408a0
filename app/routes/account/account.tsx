import { data, redirect } from 'react-router';
import { signedIn } from '#app/http/require.ts';
import { accountPage } from '#app/queries/account-page.ts';
import { AccountView } from '#app/ui/account-view.tsx';
import { identityProblemText } from '#app/ui/identity-problem-text.ts';
import { changeOwnName } from '#app/use-cases/change-own-account.ts';
import type { Route } from './+types/account';

export const policy = 'person';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const done = new URL(request.url).searchParams.get('done');
  return { ...(await accountPage(services, actor)), done };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const name = String((await request.formData()).get('name') ?? '');
  const result = await changeOwnName(services, actor, name);
  if (result.ok) throw redirect('/account?done=name-changed', 303);
  return data({ name, error: identityProblemText(result.problem) }, { status: 422 });
}

export default function Account({ loaderData, actionData }: Route.ComponentProps) {
  return <AccountView page={loaderData} refused={actionData ?? null} />;
}
