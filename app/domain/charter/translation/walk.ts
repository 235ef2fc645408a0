// Walks the texts of a charter's file beside the same places of its translation.
import { Place } from '#app/domain/charter/view.ts';
import type { Texts } from './texts.ts';

/** One text of the original, and where a translation has it, or would have it. */
export type Pair = { readonly original: Place; readonly translated: Place };

/** Every text of the original that has to be translated, in the order in which it is written. */
export function textPairs(original: Place, translated: Place, texts: Texts): readonly Pair[] {
  if (texts === 'text' || texts === 'list') {
    return original.present ? [{ original, translated }] : [];
  }
  return pairsBelow(original, translated, texts).flatMap(([one, other, below]) =>
    textPairs(one, other, below),
  );
}

type Below = readonly [original: Place, translated: Place, texts: Texts];

/** The places below this one, each with its translation. */
export function pairsBelow(
  original: Place,
  translated: Place,
  texts: Exclude<Texts, string>,
): readonly Below[] {
  if ('keys' in texts) {
    return Object.entries(texts.keys).map(([key, below]) => [
      original.at(key),
      translated.at(key),
      below,
    ]);
  }
  if ('ratings' in texts) {
    return original.entries().map(([key, place]) => [place, translated.at(key), texts.ratings]);
  }
  const written = translated.items();
  if ('each' in texts) {
    return original
      .items()
      .map((place, index) => [place, written[index] ?? nothing(translated, index), texts.each]);
  }
  return original.items().map((place, index, all) => {
    const name = nameOf(place, texts.by);
    // Where a name stands more than once, as in what a version changed, the first is the first.
    const nth = all.slice(0, index).filter((other) => nameOf(other, texts.by) === name).length;
    const found = written.filter((other) => nameOf(other, texts.as) === name)[nth];
    return [place, found ?? nothing(translated, written.length), { keys: texts.named }];
  });
}

/** What an entry is known by; null where it does not say. */
export function nameOf(entry: Place, by: string): string | null {
  const { data } = entry.at(by);
  return typeof data === 'string' ? data : null;
}

function nothing(list: Place, index: number): Place {
  return new Place(list.file, [...list.path, index], undefined);
}
