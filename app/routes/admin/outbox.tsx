import { notFound, signedIn } from '#app/http/require.ts';
import { outboxPage } from '#app/queries/outbox-page.ts';
import { OutboxView } from '#app/ui/outbox-view.tsx';
import type { Route } from './+types/outbox';

export const policy = 'administrator';

export async function loader({ context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const page = await outboxPage(services, actor);
  if (page === null) throw notFound();
  return page;
}

export default function Outbox({ loaderData }: Route.ComponentProps) {
  return <OutboxView page={loaderData} />;
}
