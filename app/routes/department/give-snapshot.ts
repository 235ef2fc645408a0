import type { Door } from '#app/http/door/door.ts';
import { downloadName } from '#app/http/download-name.ts';
import { assessmentOrNotFound, notAllowed, notFound, signedIn } from '#app/http/door/require.ts';
import { submittedSnapshot } from '#app/queries/submission/submission-page.ts';
import { alteredFile } from '#app/routes/work-refused.ts';
import type { Route } from './+types/give-snapshot';

export const door = { policy: 'person' } satisfies Door;

// Byte for byte what the SHA-256 on the receipt was taken of. It holds counts of people.
export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const view = await assessmentOrNotFound(context, params.id);
  const number = Number(params.number);
  const snapshot = await submittedSnapshot(services, actor, { view, number });
  if (!snapshot.ok) {
    if (snapshot.problem.code === 'altered') return alteredFile();
    throw snapshot.problem.code === 'not-found' ? notFound() : notAllowed();
  }
  const name = downloadName(`submission-${params.number}`, view.department, 'json');
  return new Response(snapshot.value, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
    },
  });
}
