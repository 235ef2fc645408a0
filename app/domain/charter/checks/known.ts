// What the rules across files know of the whole charter, and how they point at a mistake.
import { didYouMean, type Finding } from '#app/domain/charter/finding.ts';
import { id, integer } from '#app/domain/charter/values.ts';
import type { Place } from '#app/domain/charter/view.ts';

export type Known = {
  /** The highest rating; null while the scale itself cannot be read. */
  readonly highest: number | null;
  readonly labels: readonly string[];
  readonly sections: ReadonlyMap<string, Place>;
  readonly criteria: ReadonlyMap<string, Place>;
  readonly indicators: ReadonlyMap<string, Place>;
  /** Kinds of evidence. */
  readonly kinds: ReadonlyMap<string, Place>;
  readonly facts: ReadonlyMap<string, Place>;
};

/** A finding on the value at a place, or on its key. */
export function findingAt(
  place: Place,
  code: string,
  message: string,
  on: Finding['on'] = 'value',
): Finding {
  return { file: place.file, path: place.path, on, code, message };
}

/** The finding as a remark: the charter is sound all the same. */
export function harmless(finding: Finding): Finding {
  return { ...finding, harmless: true };
}

/** A finding where the rating there is above the scale. */
export function tooHigh(place: Place, rating: number, { highest }: Known): readonly Finding[] {
  if (highest === null || rating <= highest) return [];
  const message = `rating ${rating} is above the highest rating ${highest}`;
  return [findingAt(place, 'bad-rating', message)];
}

/** A finding where a rule begins at a rating above the scale. */
export function fromTooHigh(rule: Place, { highest }: Known): readonly Finding[] {
  const from = rule.at('from').read(integer(1, 99));
  if (from === null || highest === null || from <= highest) return [];
  const message = `from: ${from} is above the highest rating ${highest}`;
  return [findingAt(rule.at('from'), 'bad-rating', message)];
}

/** Criteria in a list: each is one of the charter's and stands there once; `what` = what the list is for. */
export function checkListed(
  list: readonly Place[],
  { criteria }: Known,
  what = '',
): readonly Finding[] {
  const names = list.map((place) => place.read(id));
  return list.flatMap((place, index): readonly Finding[] => {
    const name = names[index] ?? null;
    if (name === null) return [];
    if (names.indexOf(name) < index) {
      return [findingAt(place, 'duplicate-id', `criterion "${name}" is listed twice`)];
    }
    if (criteria.has(name)) return [];
    const guess = didYouMean(name, [...criteria.keys()]);
    return [findingAt(place, 'unknown-criterion', `unknown criterion "${name}"${what}.${guess}`)];
  });
}

/** Keys that should be sections of the charter and are none. */
export function unknownSections(keyed: Place, { sections }: Known): readonly Finding[] {
  return keyed
    .entries()
    .filter(([section]) => id.safeParse(section).success && !sections.has(section))
    .map(([section, place]) => {
      const guess = didYouMean(section, [...sections.keys()]);
      return findingAt(place, 'unknown-section', `unknown section "${section}".${guess}`, 'key');
    });
}
