import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { momentIn } from '#app/http/forms/moment-form.ts';
import { typedIn } from '#app/http/forms/parse-form.ts';
import { notFound, signedIn } from '#app/http/door/require.ts';
import { errorAt, putRight, respond } from '#app/http/respond.ts';
import { roundsPage } from '#app/queries/administration/rounds-page.ts';
import { stepProblemText } from '#words/step-problem.ts';
import { RoundsView } from '#app/ui/administration/rounds-view.tsx';
import { openRound } from '#app/use-cases/administration/administer-rounds.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/round-list';

export const door = { policy: 'administrator' } satisfies Door;

export async function loader({ context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const page = await roundsPage(services, actor);
  if (page === null) throw notFound();
  return page;
}

export async function action({ request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const typed = typedIn(await request.formData());
  const [opens, closes] = [momentIn(typed, 'opens'), momentIn(typed, 'closes')];
  const times = {
    ...(opens.ok ? {} : { opens: stepProblemText(opens.problem) }),
    ...(closes.ok ? {} : { closes: stepProblemText(closes.problem) }),
  };
  if (!opens.ok || !closes.ok) return putRight({ errors: times, typed });
  const opened = await openRound(services, actor, {
    name: typed['name'] ?? '',
    charter: typed['charter'] ?? '',
    opensAt: opens.value,
    closesAt: closes.value,
  });
  if (opened.ok)
    throw redirect(
      withNotice(addressOf('/admin/rounds/:round', { round: opened.value.id }), 'round-opened'),
      303,
    );
  const field = opened.problem.code.startsWith('closes') ? 'closes' : 'name';
  return respond(opened.problem, (problem) => ({
    errors: errorAt(problem, stepProblemText(problem), field),
    typed,
  }));
}

export default function Rounds({ loaderData, actionData }: Route.ComponentProps) {
  return <RoundsView page={loaderData} refused={actionData ?? null} />;
}
