// Which words a document cannot show in their own letters, so that whoever makes it can be told before.
import { isShown } from './glyph-runs.ts';
import { graphemesOf } from './graphemes.ts';

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

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  if (typeof value !== 'object' || value === null) return;
  const parts: Iterable<unknown> =
    value instanceof Map || value instanceof Set ? value.values() : Object.values(value);
  for (const part of parts) yield* textsIn(part);
}

function shortened(word: string): string {
  const each = graphemesOf(word);
  return each.length <= mostLetters ? word : `${each.slice(0, mostLetters).join('')}…`;
}
