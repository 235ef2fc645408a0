import type { Door } from '#app/http/door/door.ts';
import { evidenceDownload, evidenceUnreadable } from '#app/http/evidence-download.ts';
import { notFound, signedIn } from '#app/http/door/require.ts';
import { reviewEvidenceFile } from '#app/queries/review/review-evidence.ts';
import { alteredFile } from '#app/routes/work-refused.ts';
import type { Route } from './+types/read-evidence-file';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const { review: id, evidence } = params;
  const found = await reviewEvidenceFile(services, actor, { id, evidence });
  if (found === null) throw notFound();
  if (found.ok) return evidenceDownload(found.value);
  if (found.problem.code === 'altered') return alteredFile();
  return evidenceUnreadable(services, evidence, found.problem);
}
