// What the overview of departments is narrowed to and ordered by, as it stands in an address.
import { OVERVIEW_SORTS, OVERVIEW_STATES, type OverviewQuery } from '#app/domain/home/overview.ts';

const MOST = 200;

/** What is not known counts as not asked for. */
export function overviewQueryIn({ url }: Pick<Request, 'url'>): OverviewQuery {
  const { searchParams } = new URL(url);
  return {
    text: (searchParams.get('text') ?? '').slice(0, MOST),
    state: OVERVIEW_STATES.find((known) => known === searchParams.get('state')) ?? '',
    sort: OVERVIEW_SORTS.find((known) => known === searchParams.get('sort')) ?? 'department',
  };
}
