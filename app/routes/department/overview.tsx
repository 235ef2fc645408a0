import type { Door } from '#app/http/door/door.ts';
import { overviewQueryIn } from '#app/http/forms/overview-query.ts';
import { notFound, signedIn } from '#app/http/door/require.ts';
import { overviewPage } from '#app/queries/home/overview-page.ts';
import { OverviewView } from '#app/ui/home/overview-view.tsx';
import type { Route } from './+types/overview';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const { organisation } = params;
  const page = await overviewPage(services, actor, {
    organisation,
    query: overviewQueryIn(request),
  });
  if (page === null) throw notFound();
  return page;
}

export default function Overview({ loaderData }: Route.ComponentProps) {
  return <OverviewView page={loaderData} />;
}
