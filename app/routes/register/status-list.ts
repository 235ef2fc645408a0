import type { Door } from '#app/http/door/door.ts';
import { servicesContext } from '#app/http/door/contexts.ts';
import { publicAnswer } from '#app/http/register-api/public-answer.ts';
import { notFound } from '#app/http/door/require.ts';
import { issueStatusList } from '#app/use-cases/award/issue-credential.ts';
import type { Route } from './+types/status-list';

export const door = { policy: 'public', forPrograms: true } satisfies Door;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const list = /^[1-9]\d{0,3}$/.test(params.list) ? Number(params.list) : 0;
  const body = await issueStatusList(context.get(servicesContext), list);
  if (body === null) throw notFound();
  return publicAnswer(request, { body, type: 'application/vc+jwt' });
}
