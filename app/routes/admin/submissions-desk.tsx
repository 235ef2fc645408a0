import type { Door } from '#app/http/door/door.ts';
import { pageNumber } from '#app/http/forms/parse-form.ts';
import { notFound, signedIn } from '#app/http/door/require.ts';
import { deskPage } from '#app/queries/administration/desk-page.ts';
import { DeskView } from '#app/ui/administration/desk-view.tsx';
import type { Route } from './+types/submissions-desk';

export const door = { policy: 'administrator' } satisfies Door;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const { searchParams } = new URL(request.url);
  const page = await deskPage(services, actor, {
    round: searchParams.get('round') ?? '',
    stage: searchParams.get('stage') ?? '',
    page: pageNumber(request),
  });
  if (page === null) throw notFound();
  return { ...page, done: searchParams.get('done') };
}

export default function Desk({ loaderData }: Route.ComponentProps) {
  return <DeskView page={loaderData} />;
}
