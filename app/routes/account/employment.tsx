import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { notFound, signedIn } from '#app/http/door/require.ts';
import { sitsOnPanels } from '#app/domain/policy/actor.ts';
import { employmentPage } from '#app/queries/people/employment-page.ts';
import { EmploymentView } from '#app/ui/people/employment-view.tsx';
import { addEmployment, removeEmployment } from '#app/use-cases/people/say-employment.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/employment';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const page = await employmentPage(services, actor);
  if (page === null) throw notFound();
  return { ...page, done: new URL(request.url).searchParams.get('done') };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  if (!sitsOnPanels(actor)) throw notFound();
  const form = await request.formData();
  const remove = form.get('remove');
  if (typeof remove === 'string') {
    await removeEmployment(services, actor, { id: remove });
    throw redirect(withNotice(addressOf('/employment'), 'employment-removed'), 303);
  }
  const organisation = String(form.get('organisation') ?? '');
  const added = await addEmployment(services, actor, { organisation });
  if (!added.ok) throw notFound();
  throw redirect(withNotice(addressOf('/employment'), 'employment-added'), 303);
}

export default function Employment({ loaderData }: Route.ComponentProps) {
  return <EmploymentView page={loaderData} />;
}
