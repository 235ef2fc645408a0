import type { Door } from '#app/http/door/door.ts';
import { altered, anyAssessmentOrNotFound, signedIn } from '#app/http/door/require.ts';
import { readingPage } from '#app/queries/submission/reading-page.ts';
import { changesSinceAsked } from '#app/queries/submission/signing-state.ts';
import { ReadingView } from '#app/ui/submission/reading-view.tsx';
import type { Route } from './+types/read-all';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services } = signedIn(context);
  const view = await anyAssessmentOrNotFound(context, params.id);
  const changes = await changesSinceAsked(services, view);
  if (!changes.ok) throw altered();
  return readingPage(view, changes.value);
}

export default function ReadAll({ loaderData }: Route.ComponentProps) {
  return <ReadingView page={loaderData} />;
}
