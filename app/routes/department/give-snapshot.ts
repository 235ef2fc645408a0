import type { Door } from '#app/http/door/door.ts';
import { downloadName } from '#app/http/download-name.ts';
import { assessmentOrNotFound, notAllowed, notFound, signedIn } from '#app/http/door/require.ts';
import { submittedSnapshot } from '#app/queries/submission/submission-page.ts';
import { alteredFile } from '#app/routes/work-refused.ts';
import { isRecordWhole } from '#app/doors/check-record.ts';
import type { Route } from './+types/give-snapshot';

export const door = { policy: 'person' } satisfies Door;

// Byte for byte what the SHA-256 on the receipt was taken of. It holds counts of people.
export async function loader({ params, context }: Route.LoaderArgs) {
  const { services } = signedIn(context);
  const view = await assessmentOrNotFound(context, params.id);
  if (!view.maySeeCounts) throw notAllowed();
  if (!(await isRecordWhole(services, view.id))) return alteredFile();
  const text = await submittedSnapshot(services, view, Number(params.number));
  if (text === null) throw notFound();
  const name = downloadName(`submission-${params.number}`, view.department, 'json');
  return new Response(text, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
    },
  });
}
