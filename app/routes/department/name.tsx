import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { z } from 'zod';
import { parseForm } from '#app/http/forms/parse-form.ts';
import { assessmentOrNotFound, mayNot, signedIn } from '#app/http/door/require.ts';
import { errorAt, putRight, respond } from '#app/http/respond.ts';
import { NameView } from '#app/ui/assessment/draft/name-view.tsx';
import { stepProblemText } from '#words/step-problem.ts';
import { nameDraft } from '#app/use-cases/assessment/keep-drafts.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/name';

export const door = { policy: 'person' } satisfies Door;

const Name = z.object({ name: z.string().default('') });

export async function loader({ params, context }: Route.LoaderArgs) {
  const view = await assessmentOrNotFound(context, params.id);
  if (!view.mayName) throw mayNot(context, view, 'name');
  const { id, department, name } = view;
  return { id, department, name };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const parsed = parseForm(await request.formData(), Name);
  if (!parsed.ok) return putRight(parsed);
  const { name } = parsed.value;
  const result = await nameDraft(services, actor, { assessmentId: params.id, name });
  if (result.ok)
    throw redirect(withNotice(addressOf('/assessments/:id', { id: params.id }), 'named'), 303);
  return respond(result.problem, (problem) => ({
    ok: false,
    errors: errorAt(problem, stepProblemText(problem), 'name'),
    typed: parsed.typed,
  }));
}

export default function NameDraft({ loaderData, actionData }: Route.ComponentProps) {
  const refused =
    actionData && 'errors' in actionData
      ? { errors: actionData.errors, typed: actionData.typed }
      : null;
  return <NameView page={loaderData} refused={refused} />;
}
