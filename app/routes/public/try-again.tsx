import { data } from 'react-router';
import type { Door } from '#app/http/door/door.ts';
import { notSavedContext } from '#app/http/door/contexts.ts';
import { notFound } from '#app/http/door/require.ts';
import { NotSavedView } from '#app/ui/kit/typing/not-saved-view.tsx';
import type { Route } from './+types/try-again';

export const door = { policy: 'public', shared: true } satisfies Door;

// Shown in place of a page that met trouble with the storage (http/door/not-saved-answer.ts), or has to wait for a second factor
// (http/door/set-up-first.ts); by itself it is nothing.
export function loader({ context }: Route.LoaderArgs) {
  const notSaved = context.get(notSavedContext);
  if (notSaved === null) throw notFound();
  return data(notSaved, { status: notSaved.status });
}

export default function NotSaved({ loaderData }: Route.ComponentProps) {
  return <NotSavedView {...loaderData} />;
}
