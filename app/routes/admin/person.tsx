import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { notFound, signedIn } from '#app/http/door/require.ts';
import { respond } from '#app/http/respond.ts';
import { personPage } from '#app/queries/people/person-page.ts';
import { PersonView } from '#app/ui/people/person-view.tsx';
import { problemText } from '#words/problem-text.ts';
import { removeRole } from '#app/use-cases/people/administer-roles.ts';
import { closeAccount, openAccount } from '#app/use-cases/people/close-account.ts';
import { LINK_MINUTES } from '#app/use-cases/accounts/create-password-link.ts';
import { mailPasswordLink } from '#app/use-cases/accounts/mail-password-link.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/person';

export const door = { policy: 'administrator' } satisfies Door;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const page = await personPage(services, actor, params.person);
  if (page === null) throw notFound();
  return {
    ...page,
    minutes: LINK_MINUTES,
    done: new URL(request.url).searchParams.get('done'),
  };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { done, result } = await perform(context, params.person, await request.formData());
  if (result.ok)
    throw redirect(
      withNotice(addressOf('/admin/people/:person', { person: params.person }), done),
      303,
    );
  return respond(result.problem, (problem) => ({ error: problemText(problem) }));
}

async function perform(context: Route.ActionArgs['context'], person: string, form: FormData) {
  const { services, actor } = signedIn(context);
  const membership = form.get('remove');
  if (typeof membership === 'string') {
    const result = await removeRole(services, actor, { person, membership });
    return { done: 'role-removed' as const, result };
  }
  switch (form.get('intent')) {
    case 'close':
      return {
        done: 'account-closed' as const,
        result: await closeAccount(services, actor, { person }),
      };
    case 'open':
      return {
        done: 'account-opened' as const,
        result: await openAccount(services, actor, { person }),
      };
    default: {
      const result = await mailPasswordLink(services, actor, { userId: person });
      return { done: 'link-sent' as const, result };
    }
  }
}

export default function Person({ loaderData, actionData }: Route.ComponentProps) {
  return <PersonView page={loaderData} error={actionData?.error ?? null} />;
}
