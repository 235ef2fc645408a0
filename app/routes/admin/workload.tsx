import type { Door } from '#app/http/door/door.ts';
import { notFound, signedIn } from '#app/http/door/require.ts';
import { workloadPage } from '#app/queries/administration/workload-page.ts';
import { WorkloadView } from '#app/ui/administration/workload-view.tsx';
import type { Route } from './+types/workload';

export const door = { policy: 'administrator' } satisfies Door;

export async function loader({ context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const page = await workloadPage(services, actor);
  if (page === null) throw notFound();
  return page;
}

export default function Workload({ loaderData }: Route.ComponentProps) {
  return <WorkloadView page={loaderData} />;
}
