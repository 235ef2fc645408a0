// The rule that a level asks for something: an assessment in which nothing is said must meet no level, and
// one of zeros throughout should not. Source: scoring.md, Empty assessment.
import type { Finding } from '#app/domain/charter/finding.ts';
import { findingAt, type Known } from './known.ts';
import { id, integer, percentage } from '#app/domain/charter/values.ts';
import type { Place } from '#app/domain/charter/view.ts';

/** Levels that the empty assessment meets, and a remark where zeros alone would win the lowest. */
export function checkNothingAsked(levels: readonly Place[], known: Known): readonly Finding[] {
  return levels.flatMap((level, index): readonly Finding[] => {
    if (asksForRatings(level, known)) return [];
    const name = level.at('id').read(id) ?? 'this level';
    const asksForAnswers = isAbove(level.at('coverage')) || level.at('answered').present;
    if (!asksForAnswers) {
      const message = `${name} asks for nothing: an assessment without a single answer would meet its conditions; state an overall, section, coverage or required rating above 0`;
      return [findingAt(level, 'asks-for-nothing', message, 'key')];
    }
    if (index > 0) return [];
    const message = `${name} asks for answers and for no rating: an assessment with 0 throughout would win it`;
    return [{ ...findingAt(level, 'zeros-win', message, 'key'), harmless: true }];
  });
}

/** True where a condition of the level needs a rating above 0 somewhere. */
function asksForRatings(level: Place, known: Known): boolean {
  const required = level
    .at('requires')
    .entries()
    .some(([, place]) => (place.read(integer(0, 99)) ?? 1) > 0);
  const ratings = ['floor', 'floors', 'anyOf'].some((key) => level.at(key).present);
  return required || ratings || isAbove(level.at('overall')) || asksForSections(level, known);
}

// The general number counts only where some section has no number of its own.
function asksForSections(level: Place, known: Known): boolean {
  const overrides = level.at('sections');
  const own = overrides.entries().map(([section]) => section);
  const general =
    isAbove(level.at('section')) &&
    [...known.sections.keys()].some((section) => !own.includes(section));
  return general || overrides.entries().some(([, place]) => isAbove(place));
}

/** True where a number above 0 stands there, or one that cannot be read, which is a mistake of its own. */
function isAbove(place: Place): boolean {
  return place.present && (place.read(percentage)?.hundredths ?? 1) > 0;
}
