// The fields of a form in which statements are ticked, one each.
import type { Ticked } from '#app/domain/charter/ticked.ts';

/** The field of one statement: its rating, and its place counted from 1. */
export function tickField(rating: number, place: number): string {
  return `tick-${rating}-${place}`;
}

/** What is ticked, by the fields that were sent. */
export function tickedIn(fields: Iterable<string>): Ticked {
  const ticked: Record<string, number[]> = {};
  for (const field of fields) {
    const [, rating, place] = /^tick-(\d{1,2})-(\d{1,2})$/.exec(field) ?? [];
    if (rating !== undefined) (ticked[rating] ??= []).push(Number(place));
  }
  return ticked;
}

/** The fields of what is ticked. */
export function tickFields(ticked: Ticked): readonly string[] {
  return Object.entries(ticked).flatMap(([rating, places]) =>
    places.map((place) => tickField(Number(rating), place)),
  );
}
