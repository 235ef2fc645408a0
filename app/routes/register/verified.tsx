import { data } from 'react-router';
import type { Door } from '#app/http/door/door.ts';
import { servicesContext } from '#app/http/door/contexts.ts';
import { altered } from '#app/http/door/require.ts';
import { verification } from '#app/queries/award/verification.ts';
import { londonDay } from '#app/domain/london-day.ts';
import { VerifiedView } from '#app/ui/award/verified-view.tsx';
import { isAwardWhole } from '#app/doors/check-record.ts';
import type { Route } from './+types/verified';

export const door = { policy: 'public', shared: true } satisfies Door;

export async function loader({ params, context }: Route.LoaderArgs) {
  const services = context.get(servicesContext);
  const now = services.clock().toISOString();
  if (!(await isAwardWhole(services, params.award))) throw altered();
  const found = await verification(services, params.award, londonDay(now));
  const answer = { number: params.award.slice(0, 40), found, checkedAt: now };
  return data(answer, { status: found === null ? 404 : 200 });
}

export default function Verified({ loaderData }: Route.ComponentProps) {
  return <VerifiedView {...loaderData} />;
}
