import type { Door } from '#app/http/door/door.ts';
import { signedIn } from '#app/http/door/require.ts';
import { reviewEvidence } from '#app/queries/review/review-evidence.ts';
import { ReviewEvidenceView } from '#app/ui/review/review-evidence-view.tsx';
import { reviewed } from './reviewed.ts';
import type { Route } from './+types/read-evidence';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const { review: id, evidence } = params;
  return reviewed(await reviewEvidence(services, actor, { id, evidence }), id);
}

export default function Evidence({ loaderData }: Route.ComponentProps) {
  return <ReviewEvidenceView page={loaderData} />;
}
