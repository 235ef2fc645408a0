import type { Door } from '#app/http/door/door.ts';
import { signedIn } from '#app/http/door/require.ts';
import { reviewPlan } from '#app/queries/review/review-plan.ts';
import { ReviewPlanView } from '#app/ui/review/review-plan-view.tsx';
import { reviewed } from './reviewed.ts';
import type { Route } from './+types/review-plan';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  return reviewed(await reviewPlan(services, actor, params.review), params.review);
}

export default function Plan({ loaderData }: Route.ComponentProps) {
  return <ReviewPlanView page={loaderData} />;
}
