import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { notFound, signedIn } from '#app/http/door/require.ts';
import { typedIn } from '#app/http/forms/parse-form.ts';
import { respond } from '#app/http/respond.ts';
import { organisationAnswersPage } from '#app/queries/assessment/organisation-answers-page.ts';
import { OrganisationAnswersView } from '#app/ui/assessment/organisation/organisation-answers-view.tsx';
import { beginOrganisationAnswers } from '#app/use-cases/assessment/begin-organisation-answers.ts';
import { stepProblemText } from '#words/step-problem.ts';
import type { Route } from './+types/organisation-answers';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const page = await organisationAnswersPage(services, actor, params.organisation);
  if (page === null) throw notFound();
  return page;
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const { charter = '', round: roundId = '' } = typedIn(await request.formData());
  const place = { organisationId: params.organisation, charter, roundId };
  const result = await beginOrganisationAnswers(services, actor, place);
  if (result.ok) throw redirect(addressOf('/assessments/:id', { id: result.value.id }), 303);
  return respond(result.problem, (problem) => ({ problem: stepProblemText(problem) }));
}

export default function OrganisationAnswers({ loaderData, actionData }: Route.ComponentProps) {
  return <OrganisationAnswersView page={loaderData} problem={actionData?.problem ?? null} />;
}
