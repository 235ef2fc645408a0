import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { readFactsForm, typedFacts } from '#app/http/forms/parse-facts.ts';
import { anyAssessmentOrNotFound, notFound, signedIn } from '#app/http/door/require.ts';
import { besideTheirs, respond } from '#app/http/respond.ts';
import { effectShown, factsPage } from '#app/queries/assessment/facts-page.ts';
import { FactsView } from '#app/ui/assessment/facts-view.tsx';
import { formErrors } from '#words/problem-text.ts';
import { enterFacts } from '#app/use-cases/assessment/enter-facts.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/enter-facts';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const page = factsPage(await anyAssessmentOrNotFound(context, params.id));
  if (page === null) throw notFound();
  const done = new URL(request.url).searchParams.get('done');
  return { ...page, typed: typedFacts(page.facts), done };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const { id } = params;
  const { charter } = await anyAssessmentOrNotFound(context, id);
  if (charter.facts.length === 0) throw notFound();
  const { typed, ...entered } = readFactsForm(await request.formData(), charter.facts);
  const result = await enterFacts(services, actor, { ...entered, assessmentId: id });
  if (result.ok) {
    throw redirect(withNotice(addressOf('/assessments/:id/facts', { id }), 'facts-saved'), 303);
  }
  return respond(result.problem, (problem) => ({
    ...besideTheirs(problem, {
      theirs: ({ saved, savedBy, savedAt }) => ({
        savedBy,
        savedAt,
        version: saved?.version ?? 0,
      }),
      errors: (other) => (other.code === 'facts-would-change' ? {} : formErrors(other)),
    }),
    effect: problem.code === 'facts-would-change' ? effectShown(charter, problem.effect) : null,
    typed,
  }));
}

export default function FactsRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <FactsView page={loaderData} answered={actionData ?? null} />;
}
