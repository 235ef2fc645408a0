import type { Door } from '#app/http/door/door.ts';
import { evidenceDownload } from '#app/http/evidence-download.ts';
import { assessmentOrNotFound, notFound, signedIn } from '#app/http/door/require.ts';
import { decisionFeedback } from '#app/queries/review/decision-feedback.ts';
import { alteredFile } from '#app/routes/work-refused.ts';
import { isRecordWhole } from '#app/doors/check-record.ts';
import type { Route } from './+types/feedback';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services } = signedIn(context);
  const view = await assessmentOrNotFound(context, params.id);
  if (!(await isRecordWhole(services, view.id))) return alteredFile();
  const found = await decisionFeedback(services, view.id);
  if (found === null) throw notFound();
  return evidenceDownload(found);
}
