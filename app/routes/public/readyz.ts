import type { Door } from '#app/http/door/door.ts';
import { servicesContext } from '#app/http/door/contexts.ts';
import type { Route } from './+types/readyz';

export const door = { policy: 'public' } satisfies Door;

// The service can do its work: what it must be able to write is written, and charters are loaded (REL-25).
export async function loader({ context }: Route.LoaderArgs) {
  const ready = await context.get(servicesContext).isReady();
  return new Response(ready ? 'ready\n' : 'not ready\n', {
    status: ready ? 200 : 503,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
}
