// Whether a translation's file says only what the original has: the same entries, lists of the same length.
import { didYouMean, type Finding } from '#app/domain/charter/finding.ts';
import type { Texts } from '#app/domain/charter/translation/texts.ts';
import { nameOf, pairsBelow } from '#app/domain/charter/translation/walk.ts';
import type { Place } from '#app/domain/charter/view.ts';
import { findingAt } from './known.ts';

/** Everything in the translation that has nothing to stand for. */
export function checkTranslation(
  original: Place,
  translated: Place,
  texts: Texts,
): readonly Finding[] {
  if (!translated.present) return [];
  if (!original.present) {
    const key = String(translated.path.at(-1));
    const message = `the charter has no ${key} here, so there is nothing to translate`;
    return [findingAt(translated, 'nothing-to-translate', message, 'key')];
  }
  if (texts === 'text' || texts === 'list') return [];
  const here = 'named' in texts ? unknownNames(original, translated, texts) : [];
  const length = 'each' in texts ? otherLength(original, translated) : [];
  const extra = 'ratings' in texts ? unknownRatings(original, translated) : [];
  const below = pairsBelow(original, translated, texts).flatMap(([one, other, more]) =>
    checkTranslation(one, other, more),
  );
  return [...here, ...length, ...extra, ...below];
}

type Named = Extract<Texts, { readonly named: unknown }>;

function unknownNames(original: Place, translated: Place, { by, as }: Named): readonly Finding[] {
  const known = original.items().map((entry) => nameOf(entry, by) ?? '');
  const written = translated.items();
  return written.flatMap((entry, index): readonly Finding[] => {
    const name = nameOf(entry, as);
    if (name === null) return [];
    if (!known.includes(name)) {
      const message = `the charter has no "${name}" here.${didYouMean(name, known)}`;
      return [findingAt(entry.at(as), 'nothing-to-translate', message)];
    }
    const before = written.slice(0, index).filter((other) => nameOf(other, as) === name).length;
    if (before < known.filter((other) => other === name).length) return [];
    return [findingAt(entry.at(as), 'duplicate-id', `"${name}" is translated twice`)];
  });
}

function otherLength(original: Place, translated: Place): readonly Finding[] {
  const [wanted, found] = [original.items().length, translated.items().length];
  if (found === 0 || found === wanted) return [];
  const message = `the charter has ${wanted} here and the translation ${found}; each stands for the one at the same place`;
  return [findingAt(translated, 'other-length', message, 'key')];
}

function unknownRatings(original: Place, translated: Place): readonly Finding[] {
  return translated
    .entries()
    .filter(([rating]) => /^\d+$/.test(rating) && !original.at(rating).present)
    .map(([rating, entry]) => {
      const message = `the charter has nothing for rating ${rating} here, so there is nothing to translate`;
      return findingAt(entry, 'nothing-to-translate', message, 'key');
    });
}
