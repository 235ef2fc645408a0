// Facts of an assessment, such as its nation, and conditions on them. Three-valued: what is unknown decides
// nothing. Source: scoring.md, What charter format 2 adds, Facts and `appliesWhen`.
import { isDay } from '#app/domain/calendar-entries.ts';
import type { ConditionEntry, FactEntry, PreconditionsEntry } from './schema-facts.ts';

/** A fact that the charter asks for once. */
export type Fact = {
  readonly id: string;
  readonly kind: FactEntry['kind'];
  readonly question: string;
  /** '' = none. */
  readonly guidance: string;
  /** The answers of a choice; empty for the other kinds. */
  readonly options: readonly { readonly id: string; readonly label: string }[];
};

/**
 * What is known, by the id of the fact: an option's id, 'true' or 'false', a whole number, a day as YYYY-MM-DD.
 * What is not there is unknown.
 */
export type Facts = ReadonlyMap<string, string>;

export type Condition =
  | { readonly kind: 'is'; readonly fact: string; readonly value: string }
  | { readonly kind: 'in'; readonly fact: string; readonly values: readonly string[] }
  | { readonly kind: 'at-least'; readonly fact: string; readonly value: number }
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition };

/** What an assessment has to bring before a level counts. */
export type Precondition =
  /** An award at that level or higher, without a gap, for so many full years. */
  | { readonly kind: 'held'; readonly level: string; readonly years: number }
  | { readonly kind: 'fact'; readonly fact: string; readonly is: boolean };

/** True, false, or null where a fact that decides it is not known. */
export function holds(condition: Condition, facts: Facts): boolean | null {
  switch (condition.kind) {
    case 'is':
      return known(facts.get(condition.fact), (value) => value === condition.value);
    case 'in':
      return known(facts.get(condition.fact), (value) => condition.values.includes(value));
    case 'at-least':
      return known(facts.get(condition.fact), (value) => Number(value) >= condition.value);
    case 'all':
      return allOf(condition.of.map((each) => holds(each, facts)));
    case 'any':
      return not(allOf(condition.of.map((each) => not(holds(each, facts)))));
    case 'not':
      return not(holds(condition.of, facts));
    default:
      return condition satisfies never;
  }
}

/** What decides which answers a fact takes. */
type Answerable = Pick<Fact, 'kind'> & { readonly options: readonly { readonly id: string }[] };

/** Whether the value is an answer to the fact. */
export function isFactValue({ kind, options }: Answerable, value: string): boolean {
  switch (kind) {
    case 'choice':
      return options.some(({ id }) => id === value);
    case 'yes-no':
      return value === 'true' || value === 'false';
    case 'number':
      return /^(?:0|[1-9]\d{0,6})$/.test(value);
    case 'date':
      return isDay(value);
    default:
      return kind satisfies never;
  }
}

/** What of it the charter asks for and takes as an answer. */
export function fittingFacts(asked: readonly Fact[], facts: Facts): Facts {
  const fits = (id: string, value: string) =>
    asked.some((fact) => fact.id === id && isFactValue(fact, value));
  return new Map([...facts].filter(([id, value]) => fits(id, value)));
}

/** The facts that a condition reads, each once. */
export function factsIn(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case 'is':
    case 'in':
    case 'at-least':
      return [condition.fact];
    case 'all':
    case 'any':
      return [...new Set(condition.of.flatMap(factsIn))];
    case 'not':
      return factsIn(condition.of);
    default:
      return condition satisfies never;
  }
}

function known(value: string | undefined, test: (value: string) => boolean): boolean | null {
  return value === undefined ? null : test(value);
}

/** False where one is false, else unknown where one is unknown. */
function allOf(parts: readonly (boolean | null)[]): boolean | null {
  if (parts.includes(false)) return false;
  return parts.includes(null) ? null : true;
}

function not(value: boolean | null): boolean | null {
  return value === null ? null : !value;
}

/** A fact from its entry, defaults filled in. */
export function factOf({ guidance = '', options = [], ...fact }: FactEntry): Fact {
  return { ...fact, guidance, options };
}

/** A condition from its entry; call it only with one that check-facts.ts has passed. */
export function conditionOf(entry: ConditionEntry): Condition {
  const { fact = '', is, in: values, atLeast, all, any, not: negated } = entry;
  if (is !== undefined) return { kind: 'is', fact, value: is };
  if (values !== undefined) return { kind: 'in', fact, values };
  if (atLeast !== undefined) return { kind: 'at-least', fact, value: atLeast };
  if (negated !== undefined) return { kind: 'not', of: conditionOf(negated) };
  if (any !== undefined) return { kind: 'any', of: any.map(conditionOf) };
  return { kind: 'all', of: (all ?? []).map(conditionOf) };
}

/** The preconditions of a level, in the order of scoring.md. */
export function preconditionsOf(entry: PreconditionsEntry | undefined): readonly Precondition[] {
  if (entry === undefined) return [];
  const { held, firstApplication, completedCycle } = entry;
  const fact = (name: string, is: 'true' | 'false' | undefined): readonly Precondition[] =>
    is === undefined ? [] : [{ kind: 'fact', fact: name, is: is === 'true' }];
  return [
    ...(held === undefined ? [] : [{ kind: 'held' as const, ...held }]),
    ...fact('firstApplication', firstApplication),
    ...fact('completedCycle', completedCycle),
  ];
}
