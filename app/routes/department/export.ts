import { stringify } from 'yaml';
import type { Door } from '#app/http/door/door.ts';
import { downloadName } from '#app/http/download-name.ts';
import { assessmentOrNotFound, notAllowed, signedIn } from '#app/http/door/require.ts';
import { assessmentExport } from '#app/queries/assessment/documents.ts';
import type { Route } from './+types/export';

export const door = { policy: 'person' } satisfies Door;

// The file holds the counts of people, so only those who enter them may take it.
export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const view = await assessmentOrNotFound(context, params.id);
  const file = await assessmentExport(services, actor, view);
  if (!file.ok) throw notAllowed();
  const name = downloadName('assessment', view.department, 'yaml');
  return new Response(stringify(file.value), {
    headers: {
      'Content-Type': 'application/yaml; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
    },
  });
}
