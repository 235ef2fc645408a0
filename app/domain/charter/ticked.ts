// The rating that ticked statements claim. Source: scoring.md, What charter format 2 adds, Statements.
import type { Criterion } from './charter.ts';

/** Which statements of a criterion are true: their places, counted from 1, by their rating. None in it = none of these yet. */
export type Ticked = Readonly<Record<string, readonly number[]>>;

type WithStatements = Pick<Criterion, 'statements'>;

/** The highest rating of which every statement, and every statement of those below, is ticked; 0 where none is. */
export function tickedRating({ statements }: WithStatements, ticked: Ticked): number {
  const missing = statements.findIndex((texts, rating) =>
    texts.some((_, index) => !(ticked[rating] ?? []).includes(index + 1)),
  );
  return missing === -1 ? Math.max(0, statements.length - 1) : missing - 1;
}

/** Every statement up to a rating: what choosing that rating ticks. */
export function tickedUpTo({ statements }: WithStatements, rating: number): Ticked {
  return tickedWhere(statements, ({ of }) => of <= rating);
}

/** What is ticked of the statements that the criterion has, in their order. */
export function knownTicks({ statements }: WithStatements, ticked: Ticked): Ticked {
  return tickedWhere(statements, ({ of, place }) => (ticked[of] ?? []).includes(place));
}

/**
 * What stays ticked where a criterion is said in other words: statements that stand under the same rating, word for
 * word, wherever they stand there.
 */
export function stayingTicks(from: WithStatements, to: WithStatements, ticked: Ticked): Ticked {
  const said = (of: number) =>
    (ticked[of] ?? []).flatMap((place) => from.statements[of]?.[place - 1] ?? []);
  return tickedWhere(to.statements, ({ of, text }) => said(of).includes(text));
}

type Statement = { readonly of: number; readonly place: number; readonly text: string };

function tickedWhere(
  statements: Criterion['statements'],
  isTicked: (statement: Statement) => boolean,
): Ticked {
  const byRating = statements.map((texts, of) => {
    const places = texts.map((text, index) => ({ of, place: index + 1, text }));
    return [String(of), places.filter(isTicked).map(({ place }) => place)] as const;
  });
  return Object.fromEntries(byRating.filter(([, places]) => places.length > 0));
}

/** Whether no statement is ticked. */
export function isNoneTicked(ticked: Ticked): boolean {
  return Object.values(ticked).every((places) => places.length === 0);
}

/** Whether both tick the same statements of the criterion. */
export function isSameTicked(criterion: WithStatements, one: Ticked, other: Ticked): boolean {
  const [first, second] = [knownTicks(criterion, one), knownTicks(criterion, other)];
  return JSON.stringify(first) === JSON.stringify(second);
}
