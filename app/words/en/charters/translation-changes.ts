// What became of a charter's translations from one version to the next, in words.
import type { TranslationChange } from '#app/domain/charter/diff/diff-translations.ts';
import { englishName } from '#app/domain/charter/translation/language-tag.ts';

/** A line for what became of a translation, and one for texts of it that may be out of date. */
export function translationLines(change: TranslationChange): readonly string[] {
  const { language, changed, stale, before, after } = change;
  const name = `translation ${language} (${englishName(language)})`;
  const lines = {
    added: `${name}: added, ${countText(after)}`,
    removed: `${name}: removed`,
    changed: `${name}: changed in ${changed.join(', ')}; ${countText(after)}, ${countText(before)} before`,
    unchanged: `${name}: unchanged, ${countText(after)}`,
  };
  return [
    lines[change.kind],
    ...(stale.length === 0
      ? []
      : [
          `${name}: look again at ${stale.join(', ')}, where the original has other words and the translation has not`,
        ]),
  ];
}

function countText(count: TranslationChange['after']): string {
  return count === null ? 'no text' : `${count.there} of ${count.all} texts`;
}
