import type { Door } from '#app/http/door/door.ts';
import { downloadName } from '#app/http/download-name.ts';
import { assessmentOrNotFound, notAllowed, signedIn } from '#app/http/door/require.ts';
import { archivePlan } from '#app/queries/submission/read-archive.ts';
import { londonDay } from '#app/domain/london-day.ts';
import { alteredFile, workRefused } from '#app/routes/work-refused.ts';
import type { Route } from './+types/give-archive';

export const door = { policy: 'person' } satisfies Door;

// It holds the counts of people, so only those who enter them may take it.
export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const view = await assessmentOrNotFound(context, params.id);
  const day = londonDay(services.clock().toISOString());
  const plan = await archivePlan(services, actor, { view, day });
  if (!plan.ok) {
    if (plan.problem.code === 'not-allowed') throw notAllowed();
    return plan.problem.code === 'altered' ? alteredFile() : workRefused(plan.problem);
  }
  return new Response(services.packArchive(plan.value), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="${downloadName('archive', view.department, 'zip')}"`,
    },
  });
}
