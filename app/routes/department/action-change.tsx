import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { data, redirect } from 'react-router';
import { readActionForm, typedAction } from '#app/http/forms/parse-action.ts';
import { assessmentOrNotFound, mayNot, notFound, signedIn } from '#app/http/door/require.ts';
import { besideTheirs, respond } from '#app/http/respond.ts';
import { actionFormChoices, differencesInWords } from '#app/queries/plan/action-page.ts';
import { ErrorPage } from '#app/ui/kit/error-page.tsx';
import { ActionForm } from '#app/ui/plan/action-form.tsx';
import { ActionConflict } from '#app/ui/plan/action-conflict.tsx';
import { formErrors } from '#words/problem-text.ts';
import { changeAction } from '#app/use-cases/plan/change-action.ts';
import { removeAction } from '#app/use-cases/plan/remove-action.ts';
import { formDraft } from '#app/queries/assessment/own-form-draft.ts';
import { dropFormDraft } from '#app/use-cases/assessment/keep-form-draft.ts';
import { actionTyped, typedInDraft } from './typed-in-draft.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/action-change';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const view = await assessmentOrNotFound(context, params.id);
  const saved = view.actions.find(({ id }) => id === params.action);
  if (saved === undefined && !view.mayPlanActions) throw notFound();
  if (!view.mayPlanActions) throw mayNot(context, view, 'plan-actions');
  const form = { id: view.id, choices: actionFormChoices(view) };
  if (saved === undefined) {
    // Not thrown: what was typed about an action that a colleague has removed stays in its form.
    const draft = await formDraft(services, actor, {
      assessmentId: view.id,
      place: placeOf({ id: params.action }),
    });
    const conflict = draft.at === null ? null : { ...UNKNOWN, differing: null, version: 0 };
    const gone = { action: null, version: 0, draft, here: new URL(request.url).pathname };
    return data({ ...form, ...gone, ...typedInDraft(draft), conflict }, { status: 404 });
  }
  const { version, criteria } = saved;
  const draft = await formDraft(services, actor, { assessmentId: view.id, place: placeOf(saved) });
  const here = new URL(request.url).pathname;
  const shown = { ...form, action: saved.id, draft, here };
  if (draft.at === null) {
    return { ...shown, version, criteria, typed: typedAction(saved), conflict: null };
  }
  const isPast = Number(draft.typed['version'] ?? version) !== version;
  return {
    ...shown,
    version,
    ...typedInDraft(draft),
    /** Typed over a version that is past: both are shown before it is saved. */
    conflict: isPast
      ? { ...UNKNOWN, differing: differencesInWords(saved, actionTyped(draft)), version }
      : null,
  };
}

/** Who was faster, and when, is not told of a draft. */
const UNKNOWN = { savedBy: null, savedAt: null };

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
    const place = placeOf({ id: params.action });
    await dropFormDraft(services, actor, { assessmentId: params.id, place });
    const plan = addressOf('/assessments/:id/actions', { id: params.id });
    const next = removes
      ? withNotice(plan, 'action-removed')
      : withNotice(`${plan}/${params.action}`, 'action-changed');
    throw redirect(next, 303);
  }
  return respond(result.problem, (problem) => ({
    ...besideTheirs(problem, {
      theirs: ({ saved, savedBy, savedAt }) => ({
        savedBy,
        savedAt,
        differing: saved === null ? null : differencesInWords(saved, draft),
        version: saved?.version ?? 0,
      }),
      errors: (other) => formErrors(other),
    }),
    typed,
    criteria,
  }));
}

function placeOf({ id }: { readonly id: string }): string {
  return `action:${id}`;
}

export default function ChangeAction({ loaderData, actionData }: Route.ComponentProps) {
  const conflict = actionData?.conflict ?? (actionData ? null : loaderData.conflict);
  const gone = loaderData.action === null;
  if (gone && conflict === null) return <ErrorPage status={404} reference="" />;
  const { typed, criteria, errors } = actionData ?? { ...loaderData, errors: {} };
  return (
    <ActionForm
      id={loaderData.id}
      back={gone ? '' : `/${loaderData.action}`}
      to={gone ? addressOf('/assessments/:id/actions/new', { id: loaderData.id }) : undefined}
      draft={loaderData.draft}
      here={loaderData.here}
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
