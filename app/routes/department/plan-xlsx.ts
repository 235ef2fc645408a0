import type { Door } from '#app/http/door/door.ts';
import { downloadName } from '#app/http/download-name.ts';
import { fileDownload } from '#app/http/file-download.ts';
import { assessmentOrNotFound, signedIn } from '#app/http/door/require.ts';
import { planSpreadsheet } from '#app/queries/assessment/documents.ts';
import { londonDay } from '#app/domain/london-day.ts';
import { workRefused } from '#app/routes/work-refused.ts';
import type { Route } from './+types/plan-xlsx';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const view = await assessmentOrNotFound(context, params.id);
  const workbook = planSpreadsheet(view, londonDay(services.clock().toISOString()));
  const name = downloadName('action-plan', view.department, 'xlsx');
  const made = await services.office.writeXlsx(workbook, actor.id);
  if (!made.ok) return workRefused(made.problem);
  return fileDownload(made.value, 'xlsx', name);
}
