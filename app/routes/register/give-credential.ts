import { GIVEN_OUT } from '#words/award/award-pages.ts';
import type { Door } from '#app/http/door/door.ts';
import { servicesContext } from '#app/http/door/contexts.ts';
import { publicAnswer } from '#app/http/register-api/public-answer.ts';
import { notFound } from '#app/http/door/require.ts';
import { isAwardWhole } from '#app/doors/check-record.ts';
import { issueCredential } from '#app/use-cases/award/issue-credential.ts';
import { alteredFile } from '#app/routes/work-refused.ts';
import type { Route } from './+types/give-credential';

export const door = { policy: 'public', forPrograms: true } satisfies Door;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const services = context.get(servicesContext);
  if (!(await isAwardWhole(services, params.award))) return alteredFile();
  const issued = await issueCredential(services, params.award);
  if (issued.ok) {
    return publicAnswer(request, {
      body: issued.value,
      type: 'application/vc+jwt',
      headers: { 'Content-Disposition': `attachment; filename="${params.award}.jwt"` },
    });
  }
  if (issued.problem.code === 'not-found') throw notFound();
  return new Response(GIVEN_OUT.noCredential, {
    status: 410,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
}
