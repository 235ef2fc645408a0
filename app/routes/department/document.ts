import { downloadName } from '#app/http/download-name.ts';
import { assessmentOrNotFound, notFound, signedIn } from '#app/http/require.ts';
import { assessmentDocument, DOCUMENT_KINDS } from '#app/queries/documents.ts';
import { londonDay } from '#app/domain/london-day.ts';
import type { Route } from './+types/document';

export const policy = 'person';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services } = signedIn(context);
  const kind = DOCUMENT_KINDS.find((known) => known === params.kind);
  if (kind === undefined) throw notFound();
  const view = await assessmentOrNotFound(context, params.id);
  const preparedOn = londonDay(services.clock().toISOString());
  const model = assessmentDocument(view, kind, preparedOn);
  // The day is the document's date, so the same answers give the same bytes all day.
  const bytes = await services.renderPdf(model, new Date(`${preparedOn}T00:00:00Z`));
  return new Response(Buffer.from(bytes), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Length': String(bytes.byteLength),
      'Content-Disposition': `attachment; filename="${downloadName(kind, view.department, 'pdf')}"`,
    },
  });
}
