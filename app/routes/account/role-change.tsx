import { data } from 'react-router';
import type { Door } from '#app/http/door/door.ts';
import { actorContext, servicesContext } from '#app/http/door/contexts.ts';
import { notFound } from '#app/http/door/require.ts';
import { respond } from '#app/http/respond.ts';
import { roleChangePage } from '#app/queries/people/role-change-page.ts';
import { RoleChangeView } from '#app/ui/people/role-change-view.tsx';
import { togetherProblemText } from '#words/people/together-problem.ts';
import { objectByLetter, roleChangeIn } from '#app/use-cases/people/step-in.ts';
import type { Route } from './+types/role-change';

// Reached from a letter, also by a contact on record who has no account: the signed token in the address is
// what lets them in, and it can only stop what the letter tells of.
export const door = { policy: 'public', secret: true } satisfies Door;

export async function loader({ params, context }: Route.LoaderArgs) {
  const services = context.get(servicesContext);
  const id = roleChangeIn(services, params.token);
  const page = id === null ? null : await roleChangePage(services, id);
  if (page === null) throw notFound();
  return page;
}

export async function action({ params, context }: Route.ActionArgs) {
  const services = context.get(servicesContext);
  const actor = context.get(actorContext);
  const result = await objectByLetter(services, actor, params.token);
  if (result.ok) return data({ error: null });
  return respond(result.problem, (problem) => ({ error: togetherProblemText(problem) }));
}

export default function RoleChange({ loaderData, actionData }: Route.ComponentProps) {
  return <RoleChangeView page={loaderData} error={actionData?.error ?? null} />;
}
