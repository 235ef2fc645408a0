import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { z } from 'zod';
import { parseForm } from '#app/http/forms/parse-form.ts';
import { assessmentOrNotFound, notAllowed, signedIn } from '#app/http/door/require.ts';
import { errorAt, putRight, respond } from '#app/http/respond.ts';
import { submitPage } from '#app/queries/submission/submit-page.ts';
import { stepProblemText } from '#words/step-problem.ts';
import { SubmitView } from '#app/ui/submission/submit-view.tsx';
import { submitAssessment } from '#app/use-cases/submission/submit-assessment.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/submit';
import { FORM } from '#words/kit/form-words.ts';

export const door = { policy: 'person' } satisfies Door;

const Confirmed = z.object({
  sure: z.literal('yes', { error: FORM.sureToSubmit }),
  signature: z.string().default(''),
  round: z.string().default(''),
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const view = await assessmentOrNotFound(context, params.id);
  const page = await submitPage(services, actor, view);
  if (page === null) throw notAllowed();
  return page;
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const parsed = parseForm(await request.formData(), Confirmed);
  if (!parsed.ok) return putRight({ errors: parsed.errors });
  const { signature: signatureId, round } = parsed.value;
  const read = { signatureId, roundId: round === '' ? null : round };
  const result = await submitAssessment(services, actor, { assessmentId: params.id, read });
  if (result.ok)
    throw redirect(
      withNotice(addressOf('/assessments/:id/submission', { id: params.id }), 'submitted'),
      303,
    );
  return respond(result.problem, (problem) => ({
    errors: errorAt(problem, stepProblemText(problem)),
  }));
}

export default function Submit({ loaderData, actionData }: Route.ComponentProps) {
  return <SubmitView page={loaderData} errors={actionData?.errors ?? {}} />;
}
