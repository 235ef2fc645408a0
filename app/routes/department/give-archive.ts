import type { Door } from '#app/http/door/door.ts';
import { downloadName } from '#app/http/download-name.ts';
import { assessmentOrNotFound, notAllowed, signedIn } from '#app/http/door/require.ts';
import { archivePlan } from '#app/queries/submission/read-archive.ts';
import { londonDay } from '#app/domain/london-day.ts';
import { alteredFile, workRefused } from '#app/routes/work-refused.ts';
import { isRecordWhole } from '#app/doors/check-record.ts';
import type { Route } from './+types/give-archive';

export const door = { policy: 'person' } satisfies Door;

// It holds the counts of people, so only those who enter them may take it.
export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const view = await assessmentOrNotFound(context, params.id);
  if (!view.maySeeCounts) throw notAllowed();
  if (!(await isRecordWhole(services, view.id))) return alteredFile();
  const day = londonDay(services.clock().toISOString());
  const plan = await archivePlan(services, view, { day, asker: actor.id });
  if (!plan.ok) return workRefused(plan.problem);
  return new Response(services.packArchive(plan.value), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="${downloadName('archive', view.department, 'zip')}"`,
    },
  });
}
