import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import type { Lacks } from '#app/domain/review/rating-given.ts';
import { signedIn } from '#app/http/door/require.ts';
import { besideTheirs, errorAt, putRight, respond } from '#app/http/respond.ts';
import { ratingPage } from '#app/queries/review/rating-page.ts';
import { rateProblemText } from '#words/review/review-problem.ts';
import { RatingView } from '#app/ui/review/rating-view.tsx';
import { rateCriterion } from '#app/use-cases/review/rate-criterion.ts';
import { type Notice, withNotice } from '#words/kit/notices.ts';
import { atChoice } from './choice.ts';
import { readRatingForm } from './rating-form.ts';
import { reviewed } from './reviewed.ts';
import type { Route } from './+types/rate-criterion';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const { review: id, criterion } = params;
  const page = reviewed(await ratingPage(services, actor, { id, criterion }), id);
  return { ...page, done: new URL(request.url).searchParams.get('done') };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const { review: reviewId, criterion } = params;
  const read = readRatingForm(await request.formData());
  const { typed } = read;
  if (!read.ok) return putRight({ errors: read.errors, typed, conflict: null });
  const rated = await rateCriterion(services, actor, { ...read.value, reviewId, criterion });
  if (rated.ok) {
    const next = read.stays ? criterion : read.next;
    const to =
      next === ''
        ? addressOf('/reviews/:review', { review: reviewId })
        : addressOf('/reviews/:review/criteria/:criterion', { review: reviewId, criterion: next });
    throw redirect(withNotice(to, doneOf(rated.value.lacks)), 303);
  }
  return respond(rated.problem, (problem) => ({
    ...besideTheirs(problem, {
      theirs: (saved) => saved,
      errors: (other) => atChoice(errorAt(other, rateProblemText(other), 'reason'), typed),
    }),
    typed,
  }));
}

function doneOf(lacks: Lacks): Notice {
  return lacks === null ? 'rating-saved' : `rating-lacks-${lacks}`;
}

export default function Rating({ loaderData, actionData }: Route.ComponentProps) {
  return <RatingView page={loaderData} refused={actionData ?? null} />;
}
