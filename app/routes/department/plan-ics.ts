import type { Door } from '#app/http/door/door.ts';
import { downloadName } from '#app/http/download-name.ts';
import { fileDownload } from '#app/http/file-download.ts';
import { assessmentOrNotFound, signedIn } from '#app/http/door/require.ts';
import { planCalendar } from '#app/queries/plan/plan-calendar.ts';
import type { Route } from './+types/plan-ics';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services } = signedIn(context);
  const view = await assessmentOrNotFound(context, params.id);
  const { origin } = services.config;
  const calendar = planCalendar(view, { origin, madeAt: services.clock().toISOString() });
  const name = downloadName('action-plan', view.department, 'ics');
  return fileDownload(services.renderCalendar(calendar), 'ics', name);
}
