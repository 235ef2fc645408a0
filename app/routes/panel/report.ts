import { fileDownload } from '#app/http/file-download.ts';
import { signedIn } from '#app/http/require.ts';
import { reviewReport } from '#app/queries/review-report.ts';
import { reviewed } from './reviewed.ts';
import type { Route } from './+types/report';

export const policy = 'person';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const { review: id } = params;
  const found = reviewed(await reviewReport(services, actor, id), id);
  const bytes = await services.renderPdf(found.model, new Date(found.submittedAt));
  return fileDownload(bytes, 'pdf', `submission-${found.number}.pdf`);
}
