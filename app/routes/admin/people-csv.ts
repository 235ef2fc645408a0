import { ACCESS_REVIEW } from '#words/people/people-pages.ts';
import { LABEL } from '#words/kit/labels.ts';
import type { Door } from '#app/http/door/door.ts';
import { csvText } from '#app/domain/csv-text.ts';
import { fileDownload } from '#app/http/file-download.ts';
import { peopleFilterIn } from '#app/http/forms/people-filter.ts';
import { notFound, signedIn } from '#app/http/door/require.ts';
import { peopleReview } from '#app/queries/people/people-page.ts';
import type { Route } from './+types/people-csv';

export const door = { policy: 'administrator' } satisfies Door;

const TITLES = [
  LABEL.name,
  ACCESS_REVIEW.emailAddress,
  ACCESS_REVIEW.roles,
  ACCESS_REVIEW.lastSignIn,
  ACCESS_REVIEW.secondFactor,
  ACCESS_REVIEW.closedOn,
];

export async function loader({ request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const people = await peopleReview(services, actor, peopleFilterIn(request.url));
  if (people === null) throw notFound();
  const rows = people.map(({ name, email, roles, lastSignInAt, factor, closedAt }) => [
    name,
    email,
    roles.join('; '),
    lastSignInAt ?? '',
    factor,
    closedAt ?? '',
  ]);
  return fileDownload(csvText([TITLES, ...rows]), 'csv', 'access-review.csv');
}
