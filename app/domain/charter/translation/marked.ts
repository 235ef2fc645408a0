// A text of a translation carries signs that say where it begins and ends, so that whoever shows it, alone or
// inside a sentence of ours, can say which language it is in. They are Unicode's own for a text of another
// language or direction inside a sentence (FSI and PDI, UAX 9): nothing shows them, and they set it right.

const BEGIN = '\u{2068}';
const END = '\u{2069}';
const MARKED = new RegExp(`${BEGIN}([^${BEGIN}${END}]*)${END}`, 'g');

/** The text with its marks. */
export function marked(text: string): string {
  return BEGIN + text.replaceAll(/[\u2066-\u2069]/g, '') + END;
}

/** One after the other, the parts of a text, and whether each is of the translation. */
export function passagesIn(
  text: string,
): readonly { readonly text: string; readonly translated: boolean }[] {
  if (!text.includes(BEGIN)) return [{ text, translated: false }];
  const parts = text.split(MARKED);
  return parts
    .map((part, index) => ({ text: part, translated: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}

/** The text without marks, for what has no place for a language: names of files, cells, fields of a form. */
export function unmarked(text: string): string {
  return text.includes(BEGIN) ? text.replaceAll(MARKED, '$1') : text;
}
