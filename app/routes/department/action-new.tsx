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
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/action-new';

export const door = { policy: 'person' } satisfies Door;

const SUGGESTED = ACTION_FORM.suggested;
const CARRIED = ACTION_FORM.fromPrevious;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services } = signedIn(context);
  const view = await assessmentOrNotFound(context, params.id);
  if (!view.mayPlanActions) throw mayNot(context, view, 'plan-actions');
  const { searchParams } = new URL(request.url);
  const criterion = searchParams.get('criterion') ?? '';
  const supported = view.scorecard.criteria.find(({ id }) => id === criterion)?.supported ?? 0;
  const to = Number(searchParams.get('rating') ?? supported + 1);
  const today = londonDay(services.clock().toISOString());
  const previous = searchParams.get('previous');
  const carried = previous === null ? null : await actionBefore(services, view, previous);
  const suggested = carried ?? suggestedAction(view.charter, { criterion, to }, today);
  return {
    id: view.id,
    choices: actionFormChoices(view),
    lead: carried === null ? (suggested === null ? null : SUGGESTED) : CARRIED,
    criteria: suggested?.criteria ?? (criterion === '' ? [] : [criterion]),
    typed: suggested === null ? {} : typedAction(suggested),
  };
}

/** An action of the plan before, of an award that is still what was decided. */
async function actionBefore(services: Services, view: AssessmentView, number: string) {
  if (!(await isRenewedWhole(services, view.renews))) throw altered();
  return carriedAction(services, view, number);
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const { action: draft, typed, criteria } = readActionForm(await request.formData());
  const carries = new URL(request.url).searchParams.get('previous');
  const command = { assessmentId: params.id, action: draft, carries };
  const result = await addAction(services, actor, command);
  if (result.ok)
    throw redirect(
      withNotice(addressOf('/assessments/:id/actions', { id: params.id }), 'action-added'),
      303,
    );
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
