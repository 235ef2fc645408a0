// Which words a document cannot show in their own letters, so that whoever makes it can be told before.
import { isShown } from './glyph-runs.ts';
import { graphemesOf } from './graphemes.ts';
import { textsIn } from './texts-in.ts';

/** No word of a list of names is longer; Chinese has no spaces to end a word at. */
const mostLetters = 40;
/** Brackets, commas and stops around a word. */
const around = /^\p{P}+|\p{P}+$/gu;

/**
 * The words in any text of this value that have a letter or sign which documents write as its number,
 * as in [U+738B]; each once, as they come.
 */
export function unshownWords(value: unknown): readonly string[] {
  const found = new Set<string>();
  for (const text of textsIn(value)) {
    if (isShown(text)) continue;
    for (const word of text.normalize('NFC').split(/\s+/u)) {
      if (!isShown(word)) found.add(shortened(word.replaceAll(around, '')));
    }
  }
  return [...found];
}

function shortened(word: string): string {
  const each = graphemesOf(word);
  return each.length <= mostLetters ? word : `${each.slice(0, mostLetters).join('')}…`;
}
