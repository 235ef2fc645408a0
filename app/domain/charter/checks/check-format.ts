// The rule that a key of format 2 stands in a charter of format 2 only, so that a charter of format 1 means
// what it always meant. Source: scoring.md, What charter format 2 adds.
import type { Finding } from '#app/domain/charter/finding.ts';
import { findingAt } from './known.ts';
import { id } from '#app/domain/charter/values.ts';
import type { Place } from '#app/domain/charter/view.ts';

/** The keys that format 2 adds, by where they stand. */
export const ADDED = {
  charter: ['kinds', 'cumulative', 'facts', 'glossary', 'crosswalk', 'changes'],
  level: ['floor', 'floors', 'anyOf', 'answered', 'preconditions'],
  criterion: [
    'statements',
    'appliesWhen',
    'variants',
    'scope',
    'narrative',
    'notApplicableReason',
    'examples',
    'crosswalk',
  ],
  evidenceRule: ['kind'],
  indicatorRule: ['numeratorNotLower', 'atLeastShareOf', 'or', 'alternative'],
} as const;

type Places = {
  readonly charter: Place;
  readonly levels: readonly Place[];
  readonly criteria: readonly Place[];
};

/** Every key of format 2 in a charter of format 1. */
export function checkFormat({ charter, levels, criteria }: Places): readonly Finding[] {
  if (charter.at('format').data !== '1') return [];
  const evidenceRules = [
    charter.at('defaults').at('evidence'),
    ...criteria.map((criterion) => criterion.at('evidence').at('rules')),
  ];
  return [
    ...added(charter, ADDED.charter),
    ...levels.flatMap((level) => added(level, ADDED.level)),
    ...criteria.flatMap((criterion) => added(criterion, ADDED.criterion)),
    ...dotted([...levels, ...criteria, ...charter.at('indicators').items()]),
    ...evidenceRules
      .flatMap((rules) => rules.items())
      .flatMap((rule) => added(rule, ADDED.evidenceRule)),
    ...criteria
      .flatMap((criterion) => criterion.at('indicators').items())
      .flatMap((rule) => added(rule, ADDED.indicatorRule)),
  ];
}

function added(place: Place, keys: readonly string[]): readonly Finding[] {
  return keys
    .map((key) => place.at(key))
    .filter(({ present }) => present)
    .map((found) => {
      const message = `"${String(found.path.at(-1))}" belongs to format 2; write format: 2 in charter.yaml to use it`;
      return findingAt(found, 'needs-format-2', message, 'key');
    });
}

function dotted(named: readonly Place[]): readonly Finding[] {
  return named
    .map((place) => place.at('id'))
    .filter((place) => place.read(id)?.includes('.') === true)
    .map((place) => {
      const message =
        'an id with dots belongs to format 2; write format: 2 in charter.yaml to use it';
      return findingAt(place, 'needs-format-2', message);
    });
}
