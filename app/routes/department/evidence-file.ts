import type { Door } from '#app/http/door/door.ts';
import { evidenceDownload, evidenceUnreadable } from '#app/http/evidence-download.ts';
import { notFound, signedIn } from '#app/http/door/require.ts';
import { evidenceFile } from '#app/queries/evidence/open-evidence-file.ts';
import type { Route } from './+types/evidence-file';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const place = { assessmentId: params.id, evidenceId: params.evidence };
  const found = await evidenceFile(services, actor, place);
  if (found === null) throw notFound();
  if (found.ok) return evidenceDownload(found.value);
  return evidenceUnreadable(services, params.evidence, found.problem);
}
