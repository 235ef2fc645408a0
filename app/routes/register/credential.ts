import { servicesContext } from '#app/http/contexts.ts';
import { publicAnswer } from '#app/http/public-answer.ts';
import { notFound } from '#app/http/require.ts';
import { issueCredential } from '#app/use-cases/issue-credential.ts';
import type { Route } from './+types/credential';

export const policy = 'public';

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const issued = await issueCredential(context.get(servicesContext), params.award);
  if (issued.ok) {
    return publicAnswer(request, {
      body: issued.value,
      type: 'application/vc+jwt',
      headers: { 'Content-Disposition': `attachment; filename="${params.award}.jwt"` },
    });
  }
  if (issued.problem.code === 'not-found') throw notFound();
  return new Response('This award has been withdrawn. There is no credential of it any more.\n', {
    status: 410,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
}
