// Rules of format 2 for facts and for what reads them: a fact has the options that its kind needs, a condition
// asks of it what it can be, and a precondition names a level below its own and facts that the charter asks for.
// Source: scoring.md, What charter format 2 adds, 8, and Facts and `appliesWhen`.
import { didYouMean, type Finding } from '#app/domain/charter/finding.ts';
import { isFactValue } from '#app/domain/charter/facts.ts';
import { factEntry } from '#app/domain/charter/schema-facts.ts';
import { id } from '#app/domain/charter/values.ts';
import type { Place } from '#app/domain/charter/view.ts';
import { findingAt, harmless, type Known } from './known.ts';

/** The kind that facts with a meaning of their own have. */
const OWN_KIND = new Map([
  ['firstApplication', 'yes-no'],
  ['completedCycle', 'yes-no'],
  ['heldSince', 'date'],
]);

const TESTS = ['is', 'in', 'atLeast'] as const;
const JOINS = ['all', 'any', 'not'] as const;

/** Every broken rule of the list of facts. */
export function checkFacts(facts: readonly Place[]): readonly Finding[] {
  return facts.flatMap((fact) => {
    const kind = fact.at('kind');
    const options = fact.at('options');
    const wanted = OWN_KIND.get(fact.at('id').read(id) ?? '');
    const own =
      wanted === undefined || kind.data === wanted
        ? []
        : [findingAt(kind, 'bad-value', `this fact is of the kind ${wanted}`)];
    const isChoice = kind.data === 'choice';
    if (isChoice === options.present || !kind.present) return [...own, ...optionTwice(options)];
    const message = isChoice ? 'a choice needs options' : 'only a choice has options';
    const place = isChoice ? fact : options;
    return [...own, findingAt(place, 'fact-options', message, isChoice ? 'value' : 'key')];
  });
}

function optionTwice(options: Place): readonly Finding[] {
  const names = options.items().map((option) => option.at('id').read(id));
  return options.items().flatMap((option, index) => {
    const name = names[index] ?? null;
    if (name === null || names.indexOf(name) === index) return [];
    return [findingAt(option.at('id'), 'duplicate-id', `option "${name}" is listed twice`)];
  });
}

/** Every broken rule of a condition, as deep as it goes. */
export function checkCondition(condition: Place, known: Known): readonly Finding[] {
  if (!condition.present || condition.entries().length === 0) return [];
  const tests = TESTS.filter((key) => condition.at(key).present);
  const joins = JOINS.filter((key) => condition.at(key).present);
  const fact = condition.at('fact');
  const sound = fact.present
    ? tests.length === 1 && joins.length === 0
    : tests.length === 0 && joins.length === 1;
  if (!sound) {
    const message =
      'a condition is a fact with one of is, in and atLeast, or one of all, any and not';
    return [findingAt(condition, 'bad-condition', message)];
  }
  if (fact.present) return checkTest(condition, known);
  const inner = [
    ...condition.at('all').items(),
    ...condition.at('any').items(),
    condition.at('not'),
  ];
  return inner.flatMap((each) => checkCondition(each, known));
}

function checkTest(condition: Place, known: Known): readonly Finding[] {
  const name = condition.at('fact').read(id);
  if (name === null) return [];
  const fact = known.facts.get(name);
  if (fact === undefined) return [unknownFact(condition.at('fact'), name, known)];
  const kind = fact.at('kind').data;
  if (kind === 'date') {
    return [findingAt(condition, 'bad-condition', 'no condition is on a date')];
  }
  if (condition.at('atLeast').present && kind !== 'number') {
    const message = `atLeast is for a fact that is a number; "${name}" is not`;
    return [findingAt(condition.at('atLeast'), 'bad-condition', message, 'key')];
  }
  return [condition.at('is'), ...condition.at('in').items()]
    .filter((value) => value.present && !isValue(value.data, fact))
    .map((value) => {
      const message = `"${String(value.data).slice(0, 60)}" is no answer to the fact "${name}"`;
      return findingAt(value, 'bad-value', message);
    });
}

function isValue(value: unknown, fact: Place): boolean {
  const kind = fact.at('kind').read(factEntry.shape.kind);
  const options = fact
    .at('options')
    .items()
    .flatMap((option) => option.at('id').read(id) ?? []);
  if (kind === null) return true;
  return (
    typeof value === 'string' &&
    isFactValue({ kind, options: options.map((one) => ({ id: one })) }, value)
  );
}

/** Every broken rule of the preconditions of levels, lowest first, and what they make pointless. */
export function checkPreconditions(levels: readonly Place[], known: Known): readonly Finding[] {
  const names = levels.map((level) => level.at('id').read(id));
  return levels.flatMap((level, index) => {
    const asked = level.at('preconditions');
    const first = asked.at('firstApplication');
    const pointless =
      first.data === 'true' && index < levels.length - 1
        ? [harmless(findingAt(first, 'says-much', FIRST_ONLY, 'key'))]
        : [];
    return [
      ...checkHeld(asked.at('held').at('level'), names, index),
      ...undeclared(first, known),
      ...undeclared(asked.at('completedCycle'), known),
      ...pointless,
    ];
  });
}

const FIRST_ONLY =
  'the levels above need this too, so that only a first application can reach any of them';

function checkHeld(
  place: Place,
  names: readonly (string | null)[],
  own: number,
): readonly Finding[] {
  const name = place.read(id);
  if (name === null) return [];
  const index = names.indexOf(name);
  if (index >= 0 && index < own) return [];
  const message =
    index < 0
      ? `unknown level "${name}".${didYouMean(
          name,
          names.flatMap((each) => each ?? []),
        )}`
      : `the level that was held before is one below this; "${name}" is not`;
  return [findingAt(place, 'unknown-level', message)];
}

function undeclared(place: Place, known: Known): readonly Finding[] {
  const name = String(place.path.at(-1));
  if (!place.present || known.facts.has(name)) return [];
  const message = `the charter asks for no fact "${name}"; declare it under facts in charter.yaml, with its question`;
  return [findingAt(place, 'unknown-fact', message, 'key')];
}

function unknownFact(place: Place, name: string, known: Known): Finding {
  const guess = didYouMean(name, [...known.facts.keys()]);
  const message = `unknown fact "${name}"; declare it under facts in charter.yaml.${guess}`;
  return findingAt(place, 'unknown-fact', message);
}
