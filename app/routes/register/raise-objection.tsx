import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { addressContext, servicesContext } from '#app/http/door/contexts.ts';
import { typedIn } from '#app/http/forms/parse-form.ts';
import { notFound } from '#app/http/door/require.ts';
import { respond } from '#app/http/respond.ts';
import { verification } from '#app/queries/award/verification.ts';
import { awardProblemText, objectionErrors } from '#words/award/award-problem-text.ts';
import { ObjectionView } from '#app/ui/award/objection-view.tsx';
import { londonDay } from '#app/domain/london-day.ts';
import { objectToAward } from '#app/use-cases/award/object-to-award.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/raise-objection';

export const door = { policy: 'public', shared: true } satisfies Door;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const services = context.get(servicesContext);
  const today = londonDay(services.clock().toISOString());
  const award = await verification(services, params.award, today);
  if (award === null || award.state === 'withdrawn') throw notFound();
  return { award, done: new URL(request.url).searchParams.get('done') };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const typed = typedIn(await request.formData());
  const made = await objectToAward(context.get(servicesContext), {
    number: params.award,
    address: context.get(addressContext),
    name: typed['name'] ?? '',
    email: typed['email'] ?? '',
    ground: typed['ground'] ?? '',
    text: typed['text'] ?? '',
  });
  if (made.ok)
    throw redirect(
      withNotice(addressOf('/awards/:award/objection', { award: params.award }), 'objection-sent'),
      303,
    );
  return respond(made.problem, (problem) => ({
    errors:
      problem.code === 'not-valid'
        ? objectionErrors(problem.fields)
        : { '': awardProblemText(problem) },
    typed,
  }));
}

export default function Objection({ loaderData, actionData }: Route.ComponentProps) {
  return <ObjectionView {...loaderData} refused={actionData ?? null} />;
}
