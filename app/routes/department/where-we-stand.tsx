import { assessmentOrNotFound } from '#app/http/require.ts';
import { whereWeStandPage } from '#app/queries/where-we-stand-page.ts';
import { INTERACTIVE } from '#app/ui/interactive.ts';
import { StandingView } from '#app/ui/standing-view.tsx';
import type { Route } from './+types/where-we-stand';

export const policy = 'person';

export const handle = INTERACTIVE;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const choice = { to: searchParams.get('to'), pins: searchParams.getAll('pin') };
  return whereWeStandPage(await assessmentOrNotFound(context, params.id), choice);
}

export default function WhereWeStand({ loaderData }: Route.ComponentProps) {
  return <StandingView page={loaderData} />;
}
