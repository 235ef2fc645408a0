import type { Door } from '#app/http/door/door.ts';
import { downloadName } from '#app/http/download-name.ts';
import { assessmentOrNotFound, notFound, signedIn } from '#app/http/door/require.ts';
import {
  assessmentDocument,
  DOCUMENT_KINDS,
  wayToTarget,
} from '#app/queries/assessment/documents.ts';
import { londonDay } from '#app/domain/london-day.ts';
import { workRefused } from '#app/routes/work-refused.ts';
import type { Route } from './+types/give-document';

export const door = { policy: 'person', inLanguage: true } satisfies Door;

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const kind = DOCUMENT_KINDS.find((known) => known === params.kind);
  if (kind === undefined) throw notFound();
  const view = await assessmentOrNotFound(context, params.id);
  const preparedOn = londonDay(services.clock().toISOString());
  const way = await wayToTarget(services, view, actor.id);
  if (!way.ok) return workRefused(way.problem);
  const model = assessmentDocument(view, kind, { preparedOn, way: way.value });
  // The day is the document's date, so the same answers give the same bytes all day.
  const date = new Date(`${preparedOn}T00:00:00Z`);
  const made = await services.renderPdf(model, date, actor.id);
  if (!made.ok) return workRefused(made.problem);
  const bytes = made.value;
  return new Response(Buffer.from(bytes), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Length': String(bytes.byteLength),
      'Content-Disposition': `attachment; filename="${downloadName(kind, view.department, 'pdf')}"`,
    },
  });
}
