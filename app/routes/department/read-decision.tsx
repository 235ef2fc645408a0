import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { z } from 'zod';
import { parseForm } from '#app/http/forms/parse-form.ts';
import { altered, assessmentOrNotFound, signedIn } from '#app/http/door/require.ts';
import { errorAt, putRight, respond } from '#app/http/respond.ts';
import { decisionPage } from '#app/queries/review/decision-page.ts';
import { DecisionView } from '#app/ui/review/decision-view.tsx';
import { appealProblemText } from '#words/review/decision-problem.ts';
import { appealDecision } from '#app/use-cases/review/appeal-decision.ts';
import { isRecordWhole } from '#app/doors/check-record.ts';
import { reviseSubmission } from '#app/use-cases/submission/revise-submission.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/read-decision';

export const door = { policy: 'person' } satisfies Door;

const DecisionForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('appeal'), grounds: z.string().max(100_000).default('') }),
  z.object({ intent: z.literal('revise') }),
]);

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const view = await assessmentOrNotFound(context, params.id);
  if (!(await isRecordWhole(services, view.id))) throw altered();
  const page = await decisionPage(services, actor, view);
  return { ...page, done: new URL(request.url).searchParams.get('done') };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const { id: assessmentId } = params;
  const parsed = parseForm(await request.formData(), DecisionForm);
  const { typed } = parsed;
  if (!parsed.ok) return putRight({ errors: parsed.errors, typed });
  const { value } = parsed;
  if (value.intent === 'revise') {
    const revised = await reviseSubmission(services, actor, { assessmentId });
    if (revised.ok)
      throw redirect(
        withNotice(addressOf('/assessments/:id', { id: assessmentId }), 'revising'),
        303,
      );
    return respond(revised.problem, (problem) => ({
      errors: errorAt(problem, appealProblemText(problem)),
      typed,
    }));
  }
  const { grounds } = value;
  const appealed = await appealDecision(services, actor, { assessmentId, grounds });
  if (appealed.ok)
    throw redirect(
      withNotice(addressOf('/assessments/:id/decision', { id: assessmentId }), 'appealed'),
      303,
    );
  return respond(appealed.problem, (problem) => ({
    errors: errorAt(problem, appealProblemText(problem)),
    typed,
  }));
}

export default function Decision({ loaderData, actionData }: Route.ComponentProps) {
  return <DecisionView page={loaderData} refused={actionData ?? null} />;
}
