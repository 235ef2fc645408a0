import type { Door } from '#app/http/door/door.ts';
import { downloadName } from '#app/http/download-name.ts';
import { fileDownload } from '#app/http/file-download.ts';
import { overviewQueryIn } from '#app/http/forms/overview-query.ts';
import { notFound, signedIn } from '#app/http/door/require.ts';
import { overviewPdf } from '#app/queries/home/overview-page.ts';
import { workRefused } from '#app/routes/work-refused.ts';
import type { Route } from './+types/overview-pdf';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const { organisation } = params;
  const found = await overviewPdf(services, actor, {
    organisation,
    query: overviewQueryIn(request),
  });
  if (found === null) throw notFound();
  // The day is the document's date, so the same table gives the same bytes all day.
  const date = new Date(`${found.preparedOn}T00:00:00Z`);
  const made = await services.renderPdf(found.model, date, actor.id);
  if (!made.ok) return workRefused(made.problem);
  return fileDownload(made.value, 'pdf', downloadName('overview', found.organisation, 'pdf'));
}
