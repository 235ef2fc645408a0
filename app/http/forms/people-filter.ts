// What the access review is narrowed to, as its address says it.
import { type PeopleFilter, SHOWN } from '#app/queries/people/people-page.ts';

/** The filter of an address; what is not known counts as nothing chosen. */
export function peopleFilterIn(url: string): PeopleFilter {
  const { searchParams } = new URL(url);
  const show = SHOWN.find((known) => known === searchParams.get('show')) ?? 'everybody';
  return { text: (searchParams.get('text') ?? '').slice(0, 200), show };
}
