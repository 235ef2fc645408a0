import type { Door } from '#app/http/door/door.ts';
import { fileDownload } from '#app/http/file-download.ts';
import { notFound, signedIn } from '#app/http/door/require.ts';
import { deskExport } from '#app/queries/administration/desk-export.ts';
import { workRefused } from '#app/routes/work-refused.ts';
import type { Route } from './+types/desk-xlsx';

export const door = { policy: 'administrator' } satisfies Door;

export async function loader({ context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const workbook = await deskExport(services, actor);
  if (workbook === null) throw notFound();
  const made = await services.office.writeXlsx(workbook, actor.id);
  if (!made.ok) return workRefused(made.problem);
  return fileDownload(made.value, 'xlsx', 'submissions.xlsx');
}
