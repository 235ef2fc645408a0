import type { Door } from '#app/http/door/door.ts';
import { downloadName } from '#app/http/download-name.ts';
import { fileDownload } from '#app/http/file-download.ts';
import { assessmentOrNotFound, signedIn } from '#app/http/door/require.ts';
import { draftDocument } from '#app/queries/assessment/make-draft-document.ts';
import { workRefused } from '#app/routes/work-refused.ts';
import type { Route } from './+types/draft-docx';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const view = await assessmentOrNotFound(context, params.id);
  const made = await services.office.writeDraft(draftDocument(view), actor.id);
  if (!made.ok) return workRefused(made.problem);
  return fileDownload(made.value, 'docx', downloadName('questions', view.department, 'docx'));
}
