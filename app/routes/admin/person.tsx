import { data, redirect } from 'react-router';
import { notFound, signedIn } from '#app/http/require.ts';
import { personPage } from '#app/queries/administration.ts';
import { PersonView } from '#app/ui/person-view.tsx';
import { problemText } from '#app/ui/problem-text.ts';
import { removeRole } from '#app/use-cases/administer-roles.ts';
import { createPasswordLink, LINK_MINUTES } from '#app/use-cases/create-password-link.ts';
import type { Route } from './+types/person';

export const policy = 'administrator';

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
  const { services, actor } = signedIn(context);
  const { person } = params;
  const form = await request.formData();
  const membership = form.get('remove');
  if (typeof membership === 'string') {
    const removed = await removeRole(services, actor, { person, membership });
    if (removed.ok) throw redirect(`/admin/people/${person}?done=role-removed`, 303);
    return data({ link: null, error: problemText(removed.problem) }, { status: 422 });
  }
  const made = await createPasswordLink(services, { userId: person }, actor);
  if (!made.ok) throw notFound();
  const link = `${services.config.origin}/set-password/${made.value.token}`;
  return data({ link, error: null });
}

export default function Person({ loaderData, actionData }: Route.ComponentProps) {
  return <PersonView page={loaderData} answered={actionData ?? null} />;
}
