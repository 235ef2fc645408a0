import { data, redirect } from 'react-router';
import { readActionForm, typedAction } from '#app/http/action-form.ts';
import { assessmentOrNotFound, notAllowed, notFound, signedIn } from '#app/http/require.ts';
import { actionFormChoices } from '#app/queries/action-plan-page.ts';
import { ActionForm } from '#app/ui/action-form.tsx';
import { ActionConflict } from '#app/ui/action-conflict.tsx';
import { fieldErrors } from '#app/ui/problem-text.ts';
import { changeAction } from '#app/use-cases/change-action.ts';
import { removeAction } from '#app/use-cases/remove-action.ts';
import type { Route } from './+types/action';

export const policy = 'person';

export async function loader({ params, context }: Route.LoaderArgs) {
  const view = await assessmentOrNotFound(context, params.id);
  const saved = view.actions.find(({ id }) => id === params.action);
  if (saved === undefined) throw notFound();
  if (!view.mayPlanActions) throw notAllowed();
  const { version, updatedAt: _at, updatedBy: _by, id: _id, ...draft } = saved;
  return {
    id: view.id,
    choices: actionFormChoices(view.charter),
    version,
    criteria: saved.criteria,
    typed: typedAction(draft),
  };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const form = await request.formData();
  const { action: draft, readVersion, typed, criteria } = readActionForm(form);
  const command = { assessmentId: params.id, actionId: params.action, readVersion };
  const removes = form.get('intent') === 'remove';
  const result = removes
    ? await removeAction(services, actor, command)
    : await changeAction(services, actor, { ...command, action: draft });
  if (result.ok) {
    const done = removes ? 'action-removed' : 'action-changed';
    throw redirect(`/assessments/${params.id}/actions?done=${done}`, 303);
  }
  const { problem } = result;
  if (problem.code === 'not-found') throw notFound();
  if (problem.code === 'not-allowed') throw notAllowed();
  if (problem.code === 'not-valid') {
    const errors = fieldErrors(problem.fields);
    return data({ errors, typed, criteria, conflict: null }, { status: 422 });
  }
  const { saved, savedBy, savedAt } = problem;
  const conflict = {
    savedBy,
    savedAt,
    saved: saved === null ? null : { ...typedAction(saved), criteria: saved.criteria.join(', ') },
    version: saved?.version ?? 0,
  };
  return data({ errors: {}, typed, criteria, conflict }, { status: 409 });
}

export default function ChangeAction({ loaderData, actionData }: Route.ComponentProps) {
  const conflict = actionData?.conflict ?? null;
  return (
    <ActionForm
      id={loaderData.id}
      title="Change an action"
      lead={null}
      choices={loaderData.choices}
      version={conflict?.version ?? loaderData.version}
      typed={actionData?.typed ?? loaderData.typed}
      criteria={actionData?.criteria ?? loaderData.criteria}
      errors={actionData?.errors ?? {}}
      button="Save"
      removable
    >
      {conflict === null ? null : (
        <ActionConflict conflict={conflict} typed={actionData?.typed ?? {}} />
      )}
    </ActionForm>
  );
}
