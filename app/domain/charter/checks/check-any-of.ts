// Rules of format 2 for so many of some criteria (`anyOf`) and for answers by name (`answered`).
// Source: scoring.md, What charter format 2 adds, 6 and 7.
import type { Finding } from '#app/domain/charter/finding.ts';
import { checkListed, findingAt, harmless, type Known, tooHigh } from './known.ts';
import { id, integer, percentage } from '#app/domain/charter/values.ts';
import type { Place } from '#app/domain/charter/view.ts';

/** The most states of all 'so many of these' together, and those times the points (scoring.md, 6). */
const MOST_STATES = 64;
const MOST_PLACES = 4_000_000;

const number = integer(0, 9_999);

/**
 * Every broken rule, and remarks on what changes nothing; `levels` lowest first, `available` = all points of
 * the charter, null while they cannot be told.
 */
export function checkAnyOf(
  levels: readonly Place[],
  known: Known,
  available: number | null,
): readonly Finding[] {
  const all = levels.flatMap((level) => level.at('anyOf').items());
  return [
    ...all.flatMap((each) => checkOne(each, known)),
    ...usedTwice(all),
    ...checkStates(all, available),
    ...levels.flatMap((level, index) => checkAnswered(levels.slice(0, index + 1), level, known)),
  ];
}

function checkOne(anyOf: Place, known: Known): readonly Finding[] {
  const of = anyOf.at('of').items();
  const rating = anyOf.at('rating');
  const least = ['count', 'minimumLeft'].flatMap((key) => {
    const place = anyOf.at(key);
    const value = place.read(number);
    if (value === null || of.length === 0 || value <= of.length) return [];
    const message = `${key}: ${value} is more than the ${of.length} criteria under of`;
    return [findingAt(place, 'too-many', message)];
  });
  return [...checkListed(of, known), ...tooHigh(rating, rating.read(number) ?? 0, known), ...least];
}

function usedTwice(all: readonly Place[]): readonly Finding[] {
  const names = all.map((anyOf) => anyOf.at('id').read(id)?.toLowerCase() ?? null);
  return all.flatMap((anyOf, index) => {
    const name = names[index] ?? null;
    if (name === null || names.indexOf(name) === index) return [];
    const message = `"${name}" is the id of an earlier anyOf; every id is used once in a charter`;
    return [findingAt(anyOf.at('id'), 'duplicate-id', message)];
  });
}

/** The size of the search for the cheapest way to the top level, at the first entry that makes it too large. */
function checkStates(all: readonly Place[], available: number | null): readonly Finding[] {
  let states = 1;
  for (const anyOf of all) {
    states *= (anyOf.at('count').read(number) ?? 0) + 1;
    if (states > MOST_STATES) {
      const message = `with this the counts of anyOf, each plus one, multiply to ${states}; over all levels it may be ${MOST_STATES}, so that the cheapest way stays exact`;
      return [findingAt(anyOf, 'too-many', message)];
    }
    if (available !== null && states * available > MOST_PLACES) {
      const message = `with this the counts of anyOf, each plus one, multiplied by the ${available} points of the charter come to ${states * available}; it may be ${MOST_PLACES}`;
      return [findingAt(anyOf, 'too-many', message)];
    }
  }
  return [];
}

function checkAnswered(upTo: readonly Place[], level: Place, known: Known): readonly Finding[] {
  const answered = level.at('answered');
  const everything = upTo.some(
    (each) => each.at('coverage').read(percentage)?.hundredths === 10_000,
  );
  const needless = answered.items().length > 0 && everything;
  const message = 'coverage 100 asks for every answer already; this list changes nothing';
  return [
    ...checkListed(answered.items(), known),
    ...(needless ? [harmless(findingAt(answered, 'says-nothing', message, 'key'))] : []),
  ];
}
