import { data, redirect } from 'react-router';
import { z } from 'zod';
import { parseForm } from '#app/http/parse-form.ts';
import { answerable, signedIn } from '#app/http/require.ts';
import { ratingPage } from '#app/queries/rating-page.ts';
import { reviewProblemText } from '#app/ui/review-problem-text.ts';
import { RatingView } from '#app/ui/rating-view.tsx';
import { rateCriterion } from '#app/use-cases/rate-criterion.ts';
import { choiceOf } from './choice.ts';
import { reviewed } from './reviewed.ts';
import type { Route } from './+types/rating';

export const policy = 'person';

const RatingForm = z.object({
  choice: z.string().max(20).default(''),
  reason: z.string().max(100_000).default(''),
  version: z.coerce.number().int().min(0),
  next: z.string().max(40).default(''),
});

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const { review: id, criterion } = params;
  const page = reviewed(await ratingPage(services, actor, { id, criterion }), id);
  return { ...page, done: new URL(request.url).searchParams.get('done') };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const { review: reviewId, criterion } = params;
  const parsed = parseForm(await request.formData(), RatingForm);
  if (!parsed.ok) return data({ errors: parsed.errors, typed: parsed.typed }, { status: 422 });
  const { choice, reason, version, next } = parsed.value;
  const command = { reviewId, criterion, choice: choiceOf(choice), reason, readVersion: version };
  const rated = await rateCriterion(services, actor, command);
  if (rated.ok) {
    const to = next === '' ? `/reviews/${reviewId}` : `/reviews/${reviewId}/criteria/${next}`;
    throw redirect(`${to}?done=rating-saved`, 303);
  }
  const problem = answerable(rated.problem);
  const field =
    problem.code === 'off-the-scale' || problem.code === 'no-such-choice' ? 'choice' : 'reason';
  const errors: Record<string, string> = { [field]: reviewProblemText(problem) };
  const now = problem.code === 'rated-meanwhile' ? { version: String(problem.version) } : {};
  const status = problem.code === 'rated-meanwhile' || problem.code === 'wrong-phase' ? 409 : 422;
  return data({ errors, typed: { ...parsed.typed, ...now } }, { status });
}

export default function Rating({ loaderData, actionData }: Route.ComponentProps) {
  return <RatingView page={loaderData} refused={actionData ?? null} />;
}
