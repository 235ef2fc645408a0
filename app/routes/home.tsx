import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { actorContext, servicesContext } from '#app/http/door/contexts.ts';
import { demoCodes } from '#app/queries/accounts/demo-codes.ts';
import { homeView } from '#app/queries/home/home.ts';
import { AssessmentList } from '#app/ui/home/assessment-list.tsx';
import { Welcome } from '#app/ui/home/welcome.tsx';
import type { Route } from './+types/home';

export const door = { policy: 'public' } satisfies Door;

export async function loader({ request, context }: Route.LoaderArgs) {
  const actor = context.get(actorContext);
  const services = context.get(servicesContext);
  if (actor === null) return { demo: services.demo, codes: await demoCodes(services) };
  const { search, searchParams } = new URL(request.url);
  const view = await homeView(services, actor);
  if (view.startsAt !== null) {
    const start = view.startsAt === 'desk' ? addressOf('/admin/desk') : addressOf('/reviews');
    throw redirect(`${start}${search}`);
  }
  return { ...view, done: searchParams.get('done') };
}

export default function Home({ loaderData }: Route.ComponentProps) {
  return 'assessments' in loaderData ? (
    <AssessmentList {...loaderData} />
  ) : (
    <Welcome demo={loaderData.demo} codes={loaderData.codes} />
  );
}
