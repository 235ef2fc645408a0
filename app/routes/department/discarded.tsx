import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { signedIn } from '#app/http/door/require.ts';
import { respond } from '#app/http/respond.ts';
import { discardedPage } from '#app/queries/assessment/discarded-page.ts';
import { DiscardedView } from '#app/ui/assessment/draft/discarded-view.tsx';
import { stepProblemText } from '#words/step-problem.ts';
import { restoreDraft } from '#app/use-cases/assessment/keep-drafts.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/discarded';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const drafts = await discardedPage(services, actor);
  return { drafts, done: new URL(request.url).searchParams.get('done') };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const assessmentId = String((await request.formData()).get('assessment') ?? '');
  const result = await restoreDraft(services, actor, { assessmentId });
  if (result.ok)
    throw redirect(
      withNotice(addressOf('/assessments/:id', { id: assessmentId }), 'draft-restored'),
      303,
    );
  return respond(result.problem, (problem) => ({ error: stepProblemText(problem) }));
}

export default function Discarded({ loaderData, actionData }: Route.ComponentProps) {
  return <DiscardedView page={loaderData} error={actionData?.error ?? null} />;
}
