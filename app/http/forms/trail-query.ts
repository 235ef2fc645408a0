// The filter of the trail as it stands in an address.
import { csvText } from '#app/domain/csv-text.ts';
import type { TrailAsked } from '#app/queries/administration/trail-page.ts';

/** What was asked for; '' = any. */
export function trailAsked({ url }: Pick<Request, 'url'>): TrailAsked {
  const { searchParams } = new URL(url);
  const text = (name: string) => (searchParams.get(name) ?? '').slice(0, 200);
  return {
    event: text('event'),
    person: text('person'),
    organisation: text('organisation'),
    assessment: text('assessment'),
    from: text('from'),
    to: text('to'),
  };
}

/** Rows as a file for spreadsheets, for whoever asked alone. */
export function trailFile(rows: readonly (readonly string[])[]): Response {
  return new Response(csvText(rows), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': 'attachment; filename="record-of-events.csv"',
    },
  });
}
