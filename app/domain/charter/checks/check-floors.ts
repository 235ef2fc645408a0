// Rules of format 2 for floors: that of a section is not below what holds there anyway, and what floors ask
// already is not asked again. That none falls from a level to a higher one is a rule of check-levels.ts.
// Source: scoring.md, What charter format 2 adds, 5.
import type { Finding } from '#app/domain/charter/finding.ts';
import { findingAt, harmless, type Known, tooHigh, unknownSections } from './known.ts';
import { id, integer } from '#app/domain/charter/values.ts';
import type { Place } from '#app/domain/charter/view.ts';

const number = integer(0, 9_999);

/** Every broken rule of `floor` and `floors`, and remarks on ratings below them; `levels` lowest first. */
export function checkFloors(levels: readonly Place[], known: Known): readonly Finding[] {
  return levels.flatMap((level, index) => [
    ...checkFloor(levels.slice(0, index), level, known),
    ...belowFloor(levels.slice(0, index + 1), level, known),
  ]);
}

/** Floors are on the scale, and that of a section is not lower than what holds there anyway. */
function checkFloor(below: readonly Place[], level: Place, known: Known): readonly Finding[] {
  const floor = level.at('floor');
  const sections = level
    .at('floors')
    .entries()
    .filter(([section]) => known.sections.has(section))
    .flatMap(([section, place]): readonly Finding[] => {
      const rating = place.read(number);
      const holds = most([
        floor,
        ...below.flatMap((each) => [each.at('floor'), each.at('floors').at(section)]),
      ]);
      if (rating === null) return [];
      if (rating >= holds) return tooHigh(place, rating, known);
      const message = `the floor of section ${section} (${rating}) is lower than the one that holds there anyway (${holds}); raise it, or leave it out`;
      return [findingAt(place, 'falling-level', message)];
    });
  return [
    ...unknownSections(level.at('floors'), known),
    ...tooHigh(floor, floor.read(number) ?? 0, known),
    ...sections,
  ];
}

/** Required ratings and those of anyOf that every criterion of the charter needs anyway. */
function belowFloor(upTo: readonly Place[], level: Place, known: Known): readonly Finding[] {
  const floorOf = (criterion: string) => {
    const section = sectionOf(known, criterion);
    return most(upTo.flatMap((each) => [each.at('floor'), each.at('floors').at(section)]));
  };
  const required = level
    .at('requires')
    .entries()
    .filter(([criterion, place]) => {
      const floor = known.criteria.has(criterion) ? floorOf(criterion) : 0;
      return floor > 0 && (place.read(number) ?? Infinity) <= floor;
    })
    .map(([, place]) => place);
  const anyOfs = level
    .at('anyOf')
    .items()
    .filter((anyOf) => {
      const rating = anyOf.at('rating').read(number) ?? Infinity;
      const names = anyOf
        .at('of')
        .items()
        .flatMap((place) => place.read(id) ?? []);
      return names.length > 0 && names.every((name) => floorOf(name) >= rating);
    })
    .map((anyOf) => anyOf.at('rating'));
  return [...required, ...anyOfs].map((place) => {
    const message = 'the floor asks for this rating already; this changes nothing';
    return harmless(findingAt(place, 'says-nothing', message));
  });
}

function sectionOf(known: Known, criterion: string): string {
  const { file } = known.criteria.get(criterion) ?? {};
  return [...known.sections].find(([, section]) => section.file === file)?.[0] ?? '';
}

function most(places: readonly Place[]): number {
  return Math.max(0, ...places.map((place) => place.read(number) ?? 0));
}
