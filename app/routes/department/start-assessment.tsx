import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { z } from 'zod';
import { parseForm } from '#app/http/forms/parse-form.ts';
import { signedIn } from '#app/http/door/require.ts';
import { errorAt, putRight } from '#app/http/respond.ts';
import { startChoices } from '#app/queries/assessment/start-choices.ts';
import { StartView } from '#app/ui/assessment/start-view.tsx';
import { stepProblemText } from '#words/step-problem.ts';
import { startAssessment } from '#app/use-cases/assessment/start-assessment.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/start-assessment';
import { FORM } from '#words/kit/form-words.ts';

export const door = { policy: 'person' } satisfies Door;

const Start = z.object({
  department: z.string({ error: FORM.department }),
  target: z.string({ error: FORM.target }),
  name: z.string().default(''),
  beside: z.string().optional(),
});

export async function loader({ context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  return startChoices(services, actor);
}

export async function action({ request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const parsed = parseForm(await request.formData(), Start);
  if (!parsed.ok) return putRight(parsed);
  const [charter = '', targetLevel = ''] = parsed.value.target.split(' ');
  const { department, name, beside } = parsed.value;
  const command = { department, charter, targetLevel, name, beside: beside === 'yes' };
  const result = await startAssessment(services, actor, command);
  if (result.ok)
    throw redirect(
      withNotice(addressOf('/assessments/:id', { id: result.value.id }), 'started'),
      303,
    );
  const { problem } = result;
  const field = problem.code.startsWith('name') ? 'name' : '';
  // Also a department that is not theirs is chosen in this form, and so put right in it.
  return putRight({
    ok: false,
    errors: errorAt(problem, stepProblemText(problem), field),
    typed: parsed.typed,
  });
}

export default function StartAssessment({ loaderData, actionData }: Route.ComponentProps) {
  const refused =
    actionData && 'errors' in actionData
      ? { errors: actionData.errors, typed: actionData.typed }
      : null;
  return <StartView page={loaderData} refused={refused} />;
}
