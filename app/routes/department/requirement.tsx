import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { z } from 'zod';
import { parseForm } from '#app/http/forms/parse-form.ts';
import {
  altered,
  assessmentOrNotFound,
  mayNot,
  notFound,
  signedIn,
} from '#app/http/door/require.ts';
import { errorAt, putRight, respond } from '#app/http/respond.ts';
import { requirementsPage } from '#app/queries/submission/required-meanwhile.ts';
import { RequirementView } from '#app/ui/submission/requirement-view.tsx';
import { stepProblemText } from '#words/step-problem.ts';
import { noteRequirement } from '#app/use-cases/submission/note-requirement.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/requirement';
import { FORM } from '#words/kit/form-words.ts';

export const door = { policy: 'person' } satisfies Door;

const Note = z.object({
  note: z.string().default(''),
  version: z.coerce.number({ error: FORM.notRight }).int().min(0).default(0),
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services } = signedIn(context);
  const view = await assessmentOrNotFound(context, params.id);
  const all = await requirementsPage(services, view);
  if (all === null) throw altered();
  const requirement = all.find(({ id }) => id === params.criterion);
  if (requirement === undefined) throw notFound();
  if (!view.mayAnswer) throw mayNot(context, view, 'answer');
  return { id: view.id, label: view.label, requirement };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const { id: assessmentId, criterion } = params;
  const parsed = parseForm(await request.formData(), Note);
  if (!parsed.ok) return putRight(parsed);
  const { note, version: readVersion } = parsed.value;
  const command = { assessmentId, criterion, note, readVersion };
  const result = await noteRequirement(services, actor, command);
  if (result.ok) {
    throw redirect(
      withNotice(
        addressOf('/assessments/:id/criteria/:criterion', { id: assessmentId, criterion }),
        'requirement-noted',
      ),
      303,
    );
  }
  return respond(result.problem, (problem) => ({
    ok: false,
    errors: errorAt(problem, stepProblemText(problem), 'note'),
    typed: parsed.typed,
  }));
}

export default function Requirement({ loaderData, actionData }: Route.ComponentProps) {
  const refused =
    actionData && 'errors' in actionData
      ? { errors: actionData.errors, typed: actionData.typed }
      : null;
  return <RequirementView page={loaderData} refused={refused} />;
}
