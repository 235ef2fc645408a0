// Rules across levels: what a level names exists, and a higher level never states a lower number
// than one below it (scoring.md, A level is met when…). Leaving a number out is allowed.
import { didYouMean, type Finding } from '#app/domain/charter/finding.ts';
import { findingAt, type Known, unknownSections } from './known.ts';
import { id, integer, percentage, type Threshold } from '#app/domain/charter/values.ts';
import type { Place } from '#app/domain/charter/view.ts';

type Stated = {
  readonly place: Place;
  readonly level: string;
  readonly value: number;
  readonly text: string;
};

/** Every broken rule of levels.yaml; `levels` in the order of the file, lowest first. */
export function checkLevels(levels: readonly Place[], known: Known): readonly Finding[] {
  return [
    ...levels.flatMap((level) => [
      ...checkRequires(level, known),
      ...unknownSections(level.at('sections'), known),
    ]),
    ...falling(
      'overall',
      levels.flatMap((level) => stated(level, level.at('overall'))),
    ),
    ...falling(
      'section',
      levels.flatMap((level) => stated(level, level.at('section'))),
    ),
    ...falling(
      'coverage',
      levels.flatMap((level) => stated(level, level.at('coverage'))),
    ),
    ...falling(
      'floor',
      levels.flatMap((level) => statedRating(level, level.at('floor'))),
    ),
    ...fallingOverrides(levels),
    ...[...known.criteria.keys()].flatMap((criterion) =>
      falling(
        `required rating of ${criterion}`,
        levels.flatMap((level) => statedRating(level, level.at('requires').at(criterion))),
      ),
    ),
  ];
}

function checkRequires(level: Place, known: Known): readonly Finding[] {
  return level
    .at('requires')
    .entries()
    .flatMap(([criterion, place]): readonly Finding[] => {
      if (id.safeParse(criterion).success && !known.criteria.has(criterion)) {
        const guess = didYouMean(criterion, [...known.criteria.keys()]);
        const message = `unknown criterion "${criterion}"; a level can only require criteria of this charter.${guess}`;
        return [findingAt(place, 'unknown-criterion', message, 'key')];
      }
      const rating = place.read(integer(0, 99));
      if (rating === null || known.highest === null || rating <= known.highest) return [];
      const message = `required rating ${rating} is above the highest rating ${known.highest}`;
      return [findingAt(place, 'bad-rating', message)];
    });
}

function stated(level: Place, place: Place): readonly Stated[] {
  const value = place.read(percentage);
  return value === null
    ? []
    : [{ place, level: nameOf(level), value: value.hundredths, text: `${percentOf(value)} %` }];
}

function statedRating(level: Place, place: Place): readonly Stated[] {
  const value = place.read(integer(0, 99));
  return value === null ? [] : [{ place, level: nameOf(level), value, text: String(value) }];
}

// An override speaks for one section; what the levels below ask of that section is their own
// override, or their general number.
function fallingOverrides(levels: readonly Place[]): readonly Finding[] {
  const sections = new Set(
    levels.flatMap((level) =>
      level
        .at('sections')
        .entries()
        .map(([key]) => key),
    ),
  );
  return [...sections].flatMap((section) =>
    falling(
      `number for section ${section}`,
      levels.flatMap((level) => {
        const override = level.at('sections').at(section);
        return stated(level, override.present ? override : level.at('section'));
      }),
    ).filter((entry) => entry.path.includes('sections') || !alreadyFalling(levels)),
  );
}

function alreadyFalling(levels: readonly Place[]): boolean {
  return (
    falling(
      'section',
      levels.flatMap((level) => stated(level, level.at('section'))),
    ).length > 0
  );
}

function falling(what: string, numbers: readonly Stated[]): readonly Finding[] {
  return numbers.flatMap((number, index) => {
    const higher = numbers.slice(0, index).find((below) => below.value > number.value);
    if (higher === undefined) return [];
    const message = `${number.level} states a lower ${what} (${number.text}) than ${higher.level} below it (${higher.text}); raise it, or leave it out to inherit`;
    return [findingAt(number.place, 'falling-level', message)];
  });
}

function nameOf(level: Place): string {
  return level.at('id').read(id) ?? 'this level';
}

function percentOf(threshold: Threshold): string {
  return (threshold.hundredths / 100).toFixed(threshold.decimals);
}
