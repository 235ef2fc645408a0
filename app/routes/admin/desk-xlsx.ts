import { fileDownload } from '#app/http/file-download.ts';
import { notFound, signedIn } from '#app/http/require.ts';
import { deskExport } from '#app/queries/desk-export.ts';
import type { Route } from './+types/desk-xlsx';

export const policy = 'administrator';

export async function loader({ context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const workbook = await deskExport(services, actor);
  if (workbook === null) throw notFound();
  return fileDownload(services.office.writeXlsx(workbook), 'xlsx', 'submissions.xlsx');
}
