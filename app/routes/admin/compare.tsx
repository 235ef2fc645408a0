import type { Door } from '#app/http/door/door.ts';
import { notFound, signedIn } from '#app/http/door/require.ts';
import { comparePage } from '#app/queries/charters/charters-page.ts';
import { CompareView } from '#app/ui/charters/compare-view.tsx';
import type { Route } from './+types/compare';

export const door = { policy: 'administrator' } satisfies Door;

export function loader({ request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const { searchParams } = new URL(request.url);
  const [from, to] = [searchParams.get('from') ?? '', searchParams.get('to') ?? ''];
  const page = comparePage(services, actor, { from, to });
  if (page === null) throw notFound();
  return page;
}

export default function Compare({ loaderData }: Route.ComponentProps) {
  return <CompareView page={loaderData} />;
}
