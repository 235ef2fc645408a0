import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { typedIn } from '#app/http/forms/parse-form.ts';
import { notFound, signedIn } from '#app/http/door/require.ts';
import { answerable, respond } from '#app/http/respond.ts';
import { personFactorPage } from '#app/queries/accounts/factor-of-person.ts';
import { resetProblemText } from '#words/accounts/proof-problem.ts';
import { PersonFactorView } from '#app/ui/accounts/person-factor-view.tsx';
import { askFactorReset, cancelFactorReset } from '#app/use-cases/accounts/reset-factor.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/take-factor-away';

export const door = { policy: 'administrator' } satisfies Door;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const page = await personFactorPage(services, actor, params.person);
  if (page === null) throw notFound();
  return { ...page, done: new URL(request.url).searchParams.get('done') };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const { person } = params;
  const typed = typedIn(await request.formData());
  const here = addressOf('/admin/people/:person/second-factor', { person });
  if (typed['intent'] === 'cancel') {
    const cancelled = await cancelFactorReset(services, actor, person);
    if (!cancelled.ok) answerable(cancelled.problem);
    throw redirect(withNotice(here, 'factor-reset-cancelled'), 303);
  }
  const reason = typed['reason'] ?? '';
  const asked = await askFactorReset(services, actor, { person, reason });
  if (asked.ok) throw redirect(withNotice(here, 'factor-reset-asked'), 303);
  return respond(asked.problem, (problem) => ({ error: resetProblemText(problem), reason }));
}

export default function PersonFactor({ loaderData, actionData }: Route.ComponentProps) {
  return <PersonFactorView page={loaderData} refused={actionData ?? null} />;
}
