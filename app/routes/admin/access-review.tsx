import type { Door } from '#app/http/door/door.ts';
import { pageNumber } from '#app/http/forms/parse-form.ts';
import { peopleFilterIn } from '#app/http/forms/people-filter.ts';
import { notFound, signedIn } from '#app/http/door/require.ts';
import { peoplePage } from '#app/queries/people/people-page.ts';
import { PeopleView } from '#app/ui/people/people-view.tsx';
import type { Route } from './+types/access-review';

export const door = { policy: 'administrator' } satisfies Door;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const asked = { filter: peopleFilterIn(request.url), page: pageNumber(request) };
  const page = await peoplePage(services, actor, asked);
  if (page === null) throw notFound();
  return page;
}

export default function People({ loaderData }: Route.ComponentProps) {
  return <PeopleView page={loaderData} />;
}
