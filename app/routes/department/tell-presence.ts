import type { Door } from '#app/http/door/door.ts';
import { signedIn } from '#app/http/door/require.ts';
import { statusOf } from '#app/http/respond.ts';
import { beThere } from '#app/use-cases/assessment/note-presence.ts';
import type { Route } from './+types/tell-presence';

export const door = { policy: 'person', quiet: true } satisfies Door;

// What ui/assessment/presence-line.ts sends every 20 seconds while a criterion is open.
export async function action({ params, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const { id: assessmentId, criterion } = params;
  const result = await beThere(services, actor, { assessmentId, criterion });
  if (result.ok) return Response.json(result.value);
  return Response.json({ others: [] }, { status: statusOf(result.problem.code) });
}
