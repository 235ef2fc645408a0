// Rules of format 2 for what explains a charter: glossary, crosswalk and changes name each thing once, and things
// that are there. Source: scoring.md, What charter format 2 adds.
import { didYouMean, type Finding } from '#app/domain/charter/finding.ts';
import { id, text } from '#app/domain/charter/values.ts';
import type { Place } from '#app/domain/charter/view.ts';
import { findingAt, type Known } from './known.ts';

type Places = {
  readonly charter: Place;
  readonly levels: readonly Place[];
  readonly criteria: readonly Place[];
};

/** Every broken rule of the three. */
export function checkExplanations(places: Places, known: Known): readonly Finding[] {
  const { charter, criteria } = places;
  return [
    ...termsTwice(charter.at('glossary')),
    ...criteria.flatMap((criterion) => checkCrosswalk(criterion, charter)),
    ...checkChanges(places, known),
    ...criteria.flatMap(checkReason),
  ];
}

function termsTwice(glossary: Place): readonly Finding[] {
  const seen = new Set<string>();
  return glossary.items().flatMap((entry) =>
    [entry.at('term'), ...entry.at('also').items()].flatMap((place): readonly Finding[] => {
      const word = place.read(text)?.toLowerCase();
      if (word === undefined) return [];
      if (!seen.has(word)) {
        seen.add(word);
        return [];
      }
      return [findingAt(place, 'duplicate-id', `"${word}" is explained twice`)];
    }),
  );
}

function checkCrosswalk(criterion: Place, charter: Place): readonly Finding[] {
  const standards = charter
    .at('crosswalk')
    .items()
    .flatMap((standard) => standard.at('id').read(id) ?? []);
  return criterion
    .at('crosswalk')
    .items()
    .map((entry) => entry.at('standard'))
    .flatMap((place) => {
      const name = place.read(id);
      if (name === null || standards.includes(name)) return [];
      const message = `unknown standard "${name}"; add it under crosswalk in charter.yaml.${didYouMean(name, standards)}`;
      return [findingAt(place, 'unknown-standard', message)];
    });
}

function checkChanges({ charter, levels }: Places, known: Known): readonly Finding[] {
  const ids = [
    'charter',
    ...levels.flatMap((level) => level.at('id').read(id) ?? []),
    ...[known.criteria, known.sections, known.indicators, known.kinds, known.facts].flatMap(
      (named) => [...named.keys()],
    ),
  ];
  return charter
    .at('changes')
    .items()
    .map((change) => change.at('of'))
    .flatMap((place) => {
      const name = place.read(id);
      if (name === null || ids.includes(name)) return [];
      const message = `nothing here has the id "${name}"; of what is gone, speak under charter.${didYouMean(name, ids)}`;
      return [findingAt(place, 'unknown-id', message)];
    });
}

/** 'Not applicable' without a text is for criteria that may be not applicable. */
function checkReason(criterion: Place): readonly Finding[] {
  const reason = criterion.at('notApplicableReason');
  if (!reason.present || criterion.at('notApplicable').present) return [];
  const message = 'this criterion is never not applicable, so it needs no word on reasons';
  return [findingAt(reason, 'says-nothing', message, 'key')];
}
