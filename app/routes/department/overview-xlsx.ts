import type { Door } from '#app/http/door/door.ts';
import { downloadName } from '#app/http/download-name.ts';
import { fileDownload } from '#app/http/file-download.ts';
import { overviewQueryIn } from '#app/http/forms/overview-query.ts';
import { notFound, signedIn } from '#app/http/door/require.ts';
import { overviewXlsx } from '#app/queries/home/overview-page.ts';
import { workRefused } from '#app/routes/work-refused.ts';
import type { Route } from './+types/overview-xlsx';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const { organisation } = params;
  const found = await overviewXlsx(services, actor, {
    organisation,
    query: overviewQueryIn(request),
  });
  if (found === null) throw notFound();
  const made = await services.office.writeXlsx(found.workbook, actor.id);
  if (!made.ok) return workRefused(made.problem);
  return fileDownload(made.value, 'xlsx', downloadName('overview', found.organisation, 'xlsx'));
}
