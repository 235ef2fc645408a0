import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { wayIn } from '#app/http/forms/way-in.ts';
import { assessmentOrNotFound, noAccess, notFound, signedIn } from '#app/http/door/require.ts';
import { whereWeStandPage } from '#app/queries/assessment/where-we-stand-page.ts';
import { besideLastTime } from '#app/queries/submission/last-time.ts';
import { ComparedWithLastTime, LikelyQuestions } from '#app/ui/submission/last-time.tsx';
import { StandingView } from '#app/ui/assessment/standing-view.tsx';
import { changeTarget } from '#app/use-cases/assessment/change-target.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/standing';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const { services, actor } = signedIn(context);
  const view = await assessmentOrNotFound(context, params.id);
  const page = await whereWeStandPage(services, view, {
    ...wayIn(searchParams),
    asker: actor.id,
  });
  const beside = await besideLastTime(services, view);
  return { ...page, ...beside, done: searchParams.get('done') };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const form = await request.formData();
  const targetLevel = String(form.get('target') ?? '');
  const changed = await changeTarget(services, actor, { assessmentId: params.id, targetLevel });
  if (!changed.ok) {
    // Not a form of this page.
    throw changed.problem.code === 'no-such-level' ? notFound() : noAccess(changed.problem);
  }
  return redirect(
    withNotice(addressOf('/assessments/:id/where-we-stand', { id: params.id }), 'target-changed'),
    303,
  );
}

export default function WhereWeStand({ loaderData }: Route.ComponentProps) {
  return (
    <StandingView
      page={loaderData}
      questions={<LikelyQuestions {...loaderData} />}
      lastTime={<ComparedWithLastTime {...loaderData} />}
    />
  );
}
