// The fields of a form in which statements are ticked, one each.
import type { Ticked } from '#app/domain/charter/ticked.ts';

const TICK = /^tick-(\d{1,2})-(\d{1,2})$/;

/** The field of one statement: its rating, and its place counted from 1. */
export function tickField(rating: number, place: number): string {
  return `tick-${rating}-${place}`;
}

/** What is ticked, by the fields that were sent. */
export function tickedIn(fields: Iterable<string>): Ticked {
  const ticked: Record<string, number[]> = {};
  for (const field of fields) {
    const [, rating, place] = TICK.exec(field) ?? [];
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

/** What boxes of the form say: statements that are ticked, or one of the boxes that stand for themselves. */
export type SaidByBoxes = 'ticks' | 'none' | 'not-applicable';

/** The boxes that stand for themselves, by their field. */
const STANDING_ALONE = new Map<string, SaidByBoxes>([
  ['none', 'none'],
  ['rating', 'not-applicable'],
]);

/** The field that holds which boxes were ticked on the page as it came. */
export const CAME_TICKED = 'cameTicked';

/** Whether a field of the form is one of its boxes. */
export function isBox(field: string): boolean {
  return STANDING_ALONE.has(field) || TICK.test(field);
}

/** What one box says. */
export function saidByBox(field: string): SaidByBoxes {
  return STANDING_ALONE.get(field) ?? 'ticks';
}

/**
 * What somebody means by the boxes that they sent: what they have just ticked takes the place of what was ticked on the
 * page as it came. null = no box is ticked; several = what they have just ticked speaks against itself.
 */
export function meantBy(
  sent: readonly string[],
  came: readonly string[],
): SaidByBoxes | null | 'several' {
  const [first = null, ...others] = saidBy(sent);
  if (others.length === 0) return first;
  const [fresh, ...more] = saidBy(sent.filter((field) => !came.includes(field)));
  return fresh === undefined || more.length > 0 ? 'several' : fresh;
}

function saidBy(fields: readonly string[]): readonly SaidByBoxes[] {
  return [...new Set(fields.map(saidByBox))];
}
