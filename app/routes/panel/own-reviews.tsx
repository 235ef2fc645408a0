import type { Door } from '#app/http/door/door.ts';
import { startPage } from '#app/domain/policy/start-page.ts';
import { pageNumber } from '#app/http/forms/parse-form.ts';
import { signedIn } from '#app/http/door/require.ts';
import { reviewsPage } from '#app/queries/review/reviews-page.ts';
import { ReviewsView } from '#app/ui/review/reviews-view.tsx';
import type { Route } from './+types/own-reviews';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const done = new URL(request.url).searchParams.get('done');
  const isStart = startPage(actor) === 'reviews';
  return { ...(await reviewsPage(services, actor, pageNumber(request))), isStart, done };
}

export default function Reviews({ loaderData }: Route.ComponentProps) {
  return <ReviewsView page={loaderData} />;
}
