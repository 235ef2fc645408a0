import type { Door } from '#app/http/door/door.ts';
import { fileDownload } from '#app/http/file-download.ts';
import { signedIn } from '#app/http/door/require.ts';
import { reviewReport } from '#app/queries/review/review-report.ts';
import { alteredFile, workRefused } from '#app/routes/work-refused.ts';
import { reviewed } from './reviewed.ts';
import type { Route } from './+types/report';

export const door = { policy: 'person', inLanguage: true } satisfies Door;

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const { review: id } = params;
  const asked = await reviewReport(services, actor, id);
  if (!asked.ok && asked.problem.code === 'altered') return alteredFile();
  const found = reviewed(asked, id);
  const made = await services.renderPdf(found.model, new Date(found.submittedAt), actor.id);
  if (!made.ok) return workRefused(made.problem);
  return fileDownload(made.value, 'pdf', `submission-${found.number}.pdf`);
}
