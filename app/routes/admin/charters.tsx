import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { notFound, signedIn } from '#app/http/door/require.ts';
import { answerable, respond } from '#app/http/respond.ts';
import { chartersPage, retirement } from '#app/queries/charters/charters-page.ts';
import { ChartersView } from '#app/ui/charters/charters-view.tsx';
import { RetireConfirmView } from '#app/ui/charters/retire-confirm-view.tsx';
import { stepProblemText } from '#words/step-problem.ts';
import { offerAgain, retireCharter } from '#app/use-cases/charters/offer-charter.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/charters';

export const door = { policy: 'administrator' } satisfies Door;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const page = await chartersPage(services, actor);
  if (page === null) throw notFound();
  return { ...page, done: new URL(request.url).searchParams.get('done') };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const form = await request.formData();
  const textOf = (name: string) => String(form.get(name) ?? '');
  const [charter, intent] = [textOf('charter'), textOf('intent')];
  const reason = textOf(`reason-${charter}`);
  const result =
    intent === 'offer'
      ? await offerAgain(services, actor, { charter })
      : await retireCharter(services, actor, { charter, reason, confirmed: textOf('confirmed') });
  const done = intent === 'offer' ? 'charter-offered' : 'charter-retired';
  if (result.ok) throw redirect(withNotice(addressOf('/admin/charters'), done), 303);
  const problem = answerable(result.problem);
  if (problem.code === 'to-confirm') {
    const affects = await retirement(services, actor, charter);
    if (affects === null) throw notFound();
    const typed = { charter, intent: 'retire', [`reason-${charter}`]: reason };
    return { confirm: problem.confirm, affects, reason, typed };
  }
  return respond(problem, (it) => ({ charter, reason, error: stepProblemText(it) }));
}

export default function Charters({ loaderData, actionData }: Route.ComponentProps) {
  if (actionData !== undefined && 'confirm' in actionData) {
    return <RetireConfirmView asked={actionData} />;
  }
  return <ChartersView page={loaderData} refused={actionData ?? null} />;
}
