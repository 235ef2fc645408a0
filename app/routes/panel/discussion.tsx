import type { Door } from '#app/http/door/door.ts';
import { signedIn } from '#app/http/door/require.ts';
import { discussionPage } from '#app/queries/review/discussion-page.ts';
import { DiscussionView } from '#app/ui/review/discussion-view.tsx';
import { reviewed } from './reviewed.ts';
import type { Route } from './+types/discussion';

export const door = { policy: 'person' } satisfies Door;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const page = reviewed(await discussionPage(services, actor, params.review), params.review);
  return { ...page, done: new URL(request.url).searchParams.get('done') };
}

export default function Discussion({ loaderData }: Route.ComponentProps) {
  return <DiscussionView page={loaderData} />;
}
