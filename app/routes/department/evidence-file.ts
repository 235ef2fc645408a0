import { evidenceDownload } from '#app/http/evidence-download.ts';
import { notFound, signedIn } from '#app/http/require.ts';
import { evidenceFile } from '#app/queries/evidence-file.ts';
import type { Route } from './+types/evidence-file';

export const policy = 'person';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const place = { assessmentId: params.id, evidenceId: params.evidence };
  const found = await evidenceFile(services, actor, place);
  if (found === null) throw notFound();
  if (found.ok) return evidenceDownload(found.value);
  services.log('evidence-unreadable', { evidence: params.evidence, reason: found.problem.code });
  const text =
    'This file cannot be read from our store at the moment. The evidence is still listed; tell the person who runs the service.\n';
  return new Response(text, {
    status: 503,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
}
