// How a problem is told: a table has a sentence for each code, and the type of the table says which codes and
// facts it tells. A problem with a code, or without a fact, that its table does not know does not compile
// where it is told; so no use case is known here.

/** The words of one code: a sentence, or how it is made of the problem's facts. */
type Sentence = string | ((facts: never) => string);

type Facts<S> = S extends (facts: infer F) => string ? F : unknown;

/** The problems that a table of sentences tells. */
export type Told<T> = {
  [Code in keyof T]: { readonly code: Code } & Facts<T[Code]>;
}[keyof T];

/** Whatever facts a problem has; each sentence reads those that its table asks for. */
type AnyProblem = { readonly code: string };

/** The problem in the words of the table. */
export function told<T extends Readonly<Record<string, Sentence>>>(
  table: T,
  problem: Told<T>,
): string;
export function told(
  table: Readonly<Record<string, string | ((facts: AnyProblem) => string)>>,
  problem: AnyProblem,
): string {
  const sentence = table[problem.code];
  if (sentence === undefined) throw new Error(`There are no words for ${problem.code}`);
  return typeof sentence === 'string' ? sentence : sentence(problem);
}
