import { GIVEN_OUT } from '#words/award/award-pages.ts';
import type { Door } from '#app/http/door/door.ts';
import { actorContext, servicesContext } from '#app/http/door/contexts.ts';
import { evidenceDownload } from '#app/http/evidence-download.ts';
import { notFound } from '#app/http/door/require.ts';
import { awardDocument } from '#app/queries/award/award-document.ts';
import { withdrawnDocument } from '#app/routes/work-refused.ts';
import type { Route } from './+types/award-document';

export const door = { policy: 'public' } satisfies Door;

export async function loader({ params, context }: Route.LoaderArgs) {
  const services = context.get(servicesContext);
  const found = await awardDocument(services, context.get(actorContext), {
    number: params.award,
    kind: params.kind,
  });
  if (found === null) throw notFound();
  if (found.ok) return evidenceDownload(found.value);
  const { problem } = found;
  if (problem.code === 'award-withdrawn') {
    return withdrawnDocument({ number: params.award, ...problem });
  }
  services.log('document-unreadable', { award: params.award, reason: problem.code });
  const text = GIVEN_OUT.notReadable;
  return new Response(text, {
    status: 503,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
}
