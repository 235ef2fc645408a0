import { downloadName } from '#app/http/download-name.ts';
import { fileDownload } from '#app/http/file-download.ts';
import { assessmentOrNotFound, signedIn } from '#app/http/require.ts';
import { draftDocument } from '#app/queries/draft-document.ts';
import type { Route } from './+types/draft-docx';

export const policy = 'person';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services } = signedIn(context);
  const view = await assessmentOrNotFound(context, params.id);
  const bytes = await services.office.writeDraft(draftDocument(view));
  return fileDownload(bytes, 'docx', downloadName('questions', view.department, 'docx'));
}
