import { ACTION_FORM } from '#words/plan/plan-pages.ts';
import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { suggestedAction } from '#app/domain/plan/suggested.ts';
import { readActionForm, typedAction } from '#app/http/forms/parse-action.ts';
import { altered, assessmentOrNotFound, mayNot, signedIn } from '#app/http/door/require.ts';
import { respond } from '#app/http/respond.ts';
import { actionFormChoices } from '#app/queries/plan/action-page.ts';
import type { AssessmentView } from '#app/doors/assessment-view.ts';
import { carriedAction } from '#app/queries/plan/plan-before.ts';
import type { Services } from '#app/services.server.ts';
import { ActionForm } from '#app/ui/plan/action-form.tsx';
import { formErrors } from '#words/problem-text.ts';
import { londonDay } from '#app/domain/london-day.ts';
import { addAction } from '#app/use-cases/plan/add-action.ts';
import { isRenewedWhole } from '#app/doors/check-record.ts';
import { formDraft } from '#app/queries/assessment/own-form-draft.ts';
import { dropFormDraft } from '#app/use-cases/assessment/keep-form-draft.ts';
import { typedInDraft } from './typed-in-draft.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/action-new';

export const door = { policy: 'person' } satisfies Door;

const SUGGESTED = ACTION_FORM.suggested;
const CARRIED = ACTION_FORM.fromPrevious;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const view = await assessmentOrNotFound(context, params.id);
  if (!view.mayPlanActions) throw mayNot(context, view, 'plan-actions');
  const { searchParams, pathname, search } = new URL(request.url);
  const draft = await formDraft(services, actor, {
    assessmentId: view.id,
    place: placeOf(searchParams),
  });
  const begun = await beginning(services, view, searchParams);
  return {
    id: view.id,
    choices: actionFormChoices(view),
    draft,
    here: `${pathname}${search}`,
    ...begun,
    ...(draft.at === null ? {} : typedInDraft(draft)),
  };
}

/** What the form begins with: the action before, or the one that the charter suggests. */
async function beginning(services: Services, view: AssessmentView, asked: URLSearchParams) {
  const criterion = asked.get('criterion') ?? '';
  const supported = view.scorecard.criteria.find(({ id }) => id === criterion)?.supported ?? 0;
  const to = Number(asked.get('rating') ?? supported + 1);
  const today = londonDay(services.clock().toISOString());
  const previous = asked.get('previous');
  const carried = previous === null ? null : await actionBefore(services, view, previous);
  const suggested = carried ?? suggestedAction(view.charter, { criterion, to }, today);
  return {
    lead: carried === null ? (suggested === null ? null : SUGGESTED) : CARRIED,
    criteria: suggested?.criteria ?? (criterion === '' ? [] : [criterion]),
    typed: suggested === null ? {} : typedAction(suggested),
  };
}

/** The place of its draft: what is suggested is another action. */
function placeOf(searchParams: URLSearchParams): string {
  const parts = ['criterion', 'rating', 'previous'].map((name) => searchParams.get(name) ?? '');
  const suggested = parts.join('.').replaceAll(/[^A-Za-z0-9.-]/g, '');
  return suggested === '..' ? 'action:new' : `action:new.${suggested}`.slice(0, 60);
}

/** An action of the plan before, of an award that is still what was decided. */
async function actionBefore(services: Services, view: AssessmentView, number: string) {
  if (!(await isRenewedWhole(services, view.renews))) throw altered();
  return carriedAction(services, view, number);
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const { action: draft, typed, criteria } = readActionForm(await request.formData());
  const { searchParams } = new URL(request.url);
  const carries = searchParams.get('previous');
  const command = { assessmentId: params.id, action: draft, carries };
  const result = await addAction(services, actor, command);
  if (result.ok) {
    await dropFormDraft(services, actor, {
      assessmentId: params.id,
      place: placeOf(searchParams),
    });
    const plan = addressOf('/assessments/:id/actions', { id: params.id });
    throw redirect(withNotice(plan, 'action-added'), 303);
  }
  return respond(result.problem, (problem) => ({
    errors: formErrors(problem, 'objective'),
    typed,
    criteria,
  }));
}

export default function NewAction({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <ActionForm
      id={loaderData.id}
      back=""
      title="Add an action"
      draft={loaderData.draft}
      here={loaderData.here}
      lead={loaderData.lead}
      choices={loaderData.choices}
      version={0}
      typed={actionData?.typed ?? loaderData.typed}
      criteria={actionData?.criteria ?? loaderData.criteria}
      errors={actionData?.errors ?? {}}
      button="Add to the plan"
    />
  );
}
