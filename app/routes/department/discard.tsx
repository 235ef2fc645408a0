import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { z } from 'zod';
import { parseForm } from '#app/http/forms/parse-form.ts';
import { assessmentOrNotFound, mayNot, signedIn } from '#app/http/door/require.ts';
import { errorAt, putRight, respond } from '#app/http/respond.ts';
import { discardPage } from '#app/queries/assessment/discard-page.ts';
import { DiscardView } from '#app/ui/assessment/draft/discard-view.tsx';
import { stepProblemText } from '#words/step-problem.ts';
import { discardDraft } from '#app/use-cases/assessment/keep-drafts.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/discard';
import { FORM } from '#words/kit/form-words.ts';

export const door = { policy: 'person' } satisfies Door;

const Confirmed = z.object({
  sure: z.literal('yes', { error: FORM.sureToDiscard }),
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services } = signedIn(context);
  const view = await assessmentOrNotFound(context, params.id);
  if (!view.mayName) throw mayNot(context, view, 'name');
  return discardPage(services, view);
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const view = await assessmentOrNotFound(context, params.id);
  if (!view.mayName) throw mayNot(context, view, 'name');
  const parsed = parseForm(await request.formData(), Confirmed);
  if (!parsed.ok) return putRight({ errors: parsed.errors });
  const result = await discardDraft(services, actor, { assessmentId: params.id });
  if (result.ok) throw redirect(withNotice(addressOf('/assessments/discarded'), 'discarded'), 303);
  return respond(result.problem, (problem) => ({
    errors: errorAt(problem, stepProblemText(problem)),
  }));
}

export default function Discard({ loaderData, actionData }: Route.ComponentProps) {
  return <DiscardView page={loaderData} errors={actionData?.errors ?? {}} />;
}
