import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { factField } from '#app/domain/assessment/decide-facts.ts';
import { signedIn } from '#app/http/door/require.ts';
import { readFactsForm, typedFacts } from '#app/http/forms/parse-facts.ts';
import { errorAt, respond } from '#app/http/respond.ts';
import { reviewFactsPage } from '#app/queries/review/review-facts-page.ts';
import { ReviewFactsView } from '#app/ui/review/review-facts-view.tsx';
import { agreeFact } from '#app/use-cases/review/agree-fact.ts';
import { withNotice } from '#words/kit/notices.ts';
import { reviewProblemText } from '#words/review/review-problem.ts';
import { reviewed } from './reviewed.ts';
import type { Route } from './+types/review-facts';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const page = reviewed(await reviewFactsPage(services, actor, params.review), params.review);
  const done = new URL(request.url).searchParams.get('done');
  return { ...page, typed: typedFacts(page.facts), done };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const { review: reviewId } = params;
  const page = reviewed(await reviewFactsPage(services, actor, reviewId), reviewId);
  const { facts, readVersion, typed } = readFactsForm(await request.formData(), page.facts);
  const { fact = '' } = typed;
  const reason = typed[`reason-${fact}`] ?? '';
  const command = { reviewId, fact, value: facts.get(fact) ?? null, reason, readVersion };
  const agreed = await agreeFact(services, actor, command);
  if (agreed.ok) {
    throw redirect(
      withNotice(addressOf('/reviews/:review/facts', { review: reviewId }), 'fact-agreed'),
      303,
    );
  }
  return respond(agreed.problem, (problem) => ({
    errors: errorAt(
      problem,
      reviewProblemText(problem),
      problem.code === 'fact-reason-wrong' ? `reason-${fact}` : factField(fact),
    ),
    typed,
    fact,
  }));
}

export default function ReviewFacts({ loaderData, actionData }: Route.ComponentProps) {
  return <ReviewFactsView page={loaderData} refused={actionData ?? null} />;
}
