import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { signedIn } from '#app/http/door/require.ts';
import { respond } from '#app/http/respond.ts';
import { sealPage } from '#app/queries/review/seal-page.ts';
import { reviewProblemText } from '#words/review/review-problem.ts';
import { SealView } from '#app/ui/review/seal-view.tsx';
import { sealRatings } from '#app/use-cases/review/seal-ratings.ts';
import { withNotice } from '#words/kit/notices.ts';
import { reviewed } from './reviewed.ts';
import type { Route } from './+types/seal';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  return reviewed(await sealPage(services, actor, params.review), params.review);
}

export async function action({ params, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const { review: reviewId } = params;
  const sealed = await sealRatings(services, actor, { reviewId });
  if (sealed.ok)
    throw redirect(withNotice(addressOf('/reviews/:review', { review: reviewId }), 'sealed'), 303);
  return respond(sealed.problem, (problem) => ({ error: reviewProblemText(problem) }));
}

export default function Seal({ loaderData, actionData }: Route.ComponentProps) {
  return <SealView page={loaderData} error={actionData?.error ?? null} />;
}
