import { data, redirect } from 'react-router';
import { numberIn } from '#app/queries/verification.ts';
import { VerifyView } from '#app/ui/verify-view.tsx';
import type { Route } from './+types/verify';

export const policy = 'public';

export function loader({ request }: Route.LoaderArgs) {
  const typed = new URL(request.url).searchParams.get('number');
  if (typed === null) return { typed: '', error: null };
  const number = numberIn(typed);
  if (number !== null) throw redirect(`/verify/${number}`);
  const error = 'Enter the number of an award, such as MC-2027-0042';
  return data({ typed: typed.slice(0, 200), error }, { status: 422 });
}

export default function Verify({ loaderData }: Route.ComponentProps) {
  return <VerifyView {...loaderData} />;
}
