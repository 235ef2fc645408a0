import type { Door } from '#app/http/door/door.ts';
import { languageContext, servicesContext } from '#app/http/door/contexts.ts';
import { notFound } from '#app/http/door/require.ts';
import { charterPage } from '#app/queries/charters/charter-page.ts';
import { CharterView } from '#app/ui/charters/charter-view.tsx';
import type { Route } from './+types/read-charter';

export const door = { policy: 'public', shared: true } satisfies Door;

export async function loader({ params, context }: Route.LoaderArgs) {
  const page = await charterPage(
    context.get(servicesContext),
    params.charter,
    context.get(languageContext),
  );
  if (page === null) throw notFound();
  return page;
}

export default function Charter({ loaderData }: Route.ComponentProps) {
  return <CharterView page={loaderData} />;
}
