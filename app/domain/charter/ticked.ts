// The rating that ticked statements claim. Source: scoring.md, What charter format 2 adds, Statements.
import type { Criterion } from './charter.ts';

/** Which statements of a criterion are true: their places, counted from 1, by their rating. None = none of these yet. */
export type Ticked = Readonly<Record<string, readonly number[]>>;

/** The highest rating of which every statement, and every statement of those below, is ticked; 0 where none is. */
export function tickedRating(
  { statements }: Pick<Criterion, 'statements'>,
  ticked: Ticked,
): number {
  const missing = statements.findIndex((texts, rating) =>
    texts.some((_, index) => !(ticked[rating] ?? []).includes(index + 1)),
  );
  return missing === -1 ? Math.max(0, statements.length - 1) : missing - 1;
}
