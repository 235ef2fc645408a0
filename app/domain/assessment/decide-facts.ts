// Whether facts are to be written over those that are saved, and what that would change: a level, and criteria that
// leave or come back. Source: scoring.md, What charter format 2 adds, Facts and `appliesWhen`.
import type { Charter } from '#app/domain/charter/charter.ts';
import { type Fact, type Facts, isFactValue } from '#app/domain/charter/facts.ts';
import { type FieldProblem, shortValue } from '#app/domain/field-problem.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { AnswerSet } from '#app/domain/scoring/answer.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';

/** The field of a form that a fact is asked in. */
export function factField(id: string): `fact-${string}` {
  return `fact-${id}`;
}

export type FactFieldProblem = FieldProblem<`fact-${string}`>;

/** What saving would change beside the facts themselves. */
export type FactEffect = {
  /** Level ids; null = none. */
  readonly before: string | null;
  readonly after: string | null;
  /** Criteria that apply no more, and those that apply again, in the order of the charter. */
  readonly leave: readonly string[];
  readonly return: readonly string[];
};

export type FactsRefused =
  | { readonly code: 'not-valid'; readonly fields: readonly FactFieldProblem[] }
  /** To be confirmed first. */
  | { readonly code: 'facts-would-change'; readonly effect: FactEffect };

type Entering = {
  /** By fact; '' = not known. What is not there stays as it is. */
  readonly entered: ReadonlyMap<string, string>;
  readonly answerSet: AnswerSet;
  /** Whoever enters it has seen what it changes. */
  readonly confirmed: boolean;
};

/** The facts that are to be written, by id, '' for those that are not known any more; none = they are so already. */
export function decideFacts(
  charter: Charter,
  { entered, answerSet, confirmed }: Entering,
): Result<Facts, FactsRefused> {
  const saved = answerSet.facts ?? new Map<string, string>();
  const asked = charter.facts.flatMap((fact) => {
    const value = entered.get(fact.id);
    return value === undefined ? [] : [{ fact, value }];
  });
  const problems = asked.flatMap(({ fact, value }) => problemOf(fact, value));
  if (problems.length > 0) return refused({ code: 'not-valid', fields: problems });
  const changes = new Map(
    asked
      .filter(({ fact, value }) => (saved.get(fact.id) ?? '') !== value)
      .map(({ fact, value }) => [fact.id, value]),
  );
  const now = new Map([...saved, ...changes]);
  const facts = new Map([...now].filter(([, value]) => value !== ''));
  const effect = effectOf(charter, answerSet, facts);
  return confirmed || !isEffect(effect)
    ? ok(changes)
    : refused({ code: 'facts-would-change', effect });
}

const MOST_NUMBER = 9_999_999;

function problemOf(fact: Fact, value: string): readonly FactFieldProblem[] {
  if (value === '' || isFactValue(fact, value)) return [];
  const field = factField(fact.id);
  switch (fact.kind) {
    case 'choice':
    case 'yes-no':
      return [{ field, code: 'not-listed', value: shortValue(value) }];
    case 'number':
      return [{ field, code: 'not-a-whole-number', most: MOST_NUMBER }];
    case 'date':
      return [{ field, code: 'not-a-date' }];
    default:
      return fact.kind satisfies never;
  }
}

function effectOf(charter: Charter, answerSet: AnswerSet, facts: Facts): FactEffect {
  const before = scoreAssessment(charter, answerSet);
  const after = scoreAssessment(charter, { ...answerSet, facts });
  const isOut = new Set(
    before.criteria.filter(({ ruledOutBy }) => ruledOutBy !== undefined).map(({ id }) => id),
  );
  const out = (wanted: boolean) =>
    after.criteria
      .filter(
        ({ id, ruledOutBy }) => (ruledOutBy !== undefined) === wanted && isOut.has(id) !== wanted,
      )
      .map(({ id }) => id);
  return { before: before.level, after: after.level, leave: out(true), return: out(false) };
}

function isEffect({ before, after, leave, return: back }: FactEffect): boolean {
  return before !== after || leave.length + back.length > 0;
}
