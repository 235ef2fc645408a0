import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { data, redirect } from 'react-router';
import { readActionForm, typedAction } from '#app/http/forms/parse-action.ts';
import {
  answerable,
  assessmentOrNotFound,
  notAllowed,
  notFound,
  signedIn,
} from '#app/http/door/require.ts';
import { actionFormChoices, differencesInWords } from '#app/queries/plan/action-page.ts';
import { ActionForm } from '#app/ui/plan/action-form.tsx';
import { ActionConflict } from '#app/ui/plan/action-conflict.tsx';
import { formErrors } from '#words/problem-text.ts';
import { changeAction } from '#app/use-cases/plan/change-action.ts';
import { removeAction } from '#app/use-cases/plan/remove-action.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/action-change';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ params, context }: Route.LoaderArgs) {
  const view = await assessmentOrNotFound(context, params.id);
  const saved = view.actions.find(({ id }) => id === params.action);
  if (saved === undefined && !removedMeanwhile.has(context)) throw notFound();
  if (!view.mayPlanActions) throw notAllowed();
  return {
    id: view.id,
    action: saved?.id ?? null,
    choices: actionFormChoices(view),
    version: saved?.version ?? 0,
    criteria: saved?.criteria ?? [],
    typed: saved === undefined ? {} : typedAction(saved),
  };
}

/** Requests whose action is gone: the form stays, so that nothing typed is lost. */
const removedMeanwhile = new WeakSet<object>();

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
    const plan = addressOf('/assessments/:id/actions', { id: params.id });
    const next = removes
      ? withNotice(plan, 'action-removed')
      : withNotice(`${plan}/${params.action}`, 'action-changed');
    throw redirect(next, 303);
  }
  const problem = answerable(result.problem);
  if (problem.code !== 'changed-meanwhile') {
    const status = problem.code === 'locked' ? 409 : 422;
    return data({ errors: formErrors(problem), typed, criteria, conflict: null }, { status });
  }
  const { saved, savedBy, savedAt } = problem;
  if (saved === null) removedMeanwhile.add(context);
  const conflict = {
    savedBy,
    savedAt,
    differing: saved === null ? null : differencesInWords(saved, draft),
    version: saved?.version ?? 0,
  };
  return data({ errors: {}, typed, criteria, conflict }, { status: 409 });
}

export default function ChangeAction({ loaderData, actionData }: Route.ComponentProps) {
  const conflict = actionData?.conflict ?? null;
  const gone = loaderData.action === null;
  const { typed, criteria, errors } = actionData ?? { ...loaderData, errors: {} };
  return (
    <ActionForm
      id={loaderData.id}
      back={gone ? '' : `/${loaderData.action}`}
      to={gone ? addressOf('/assessments/:id/actions/new', { id: loaderData.id }) : undefined}
      title="Change an action"
      lead={null}
      choices={loaderData.choices}
      version={conflict?.version ?? loaderData.version}
      typed={typed}
      criteria={criteria}
      errors={errors}
      button={gone ? 'Add it to the plan again' : 'Save'}
      removable={!gone}
    >
      {conflict === null ? null : <ActionConflict conflict={conflict} />}
    </ActionForm>
  );
}
