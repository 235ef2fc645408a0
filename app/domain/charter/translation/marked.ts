// A text of a translation carries a sign where it begins and where it ends, so that whoever shows it, alone or
// inside a sentence of ours, can say which language it is in. The sign is Unicode's own for a language in plain
// text (U+E0001, LANGUAGE TAG): nothing shows it, and nobody types it.

const MARK = '\u{E0001}';

/** The text with its marks. */
export function marked(text: string): string {
  return MARK + unmarked(text) + MARK;
}

/** One after the other, the parts of a text, and whether each is of the translation. */
export function passagesIn(
  text: string,
): readonly { readonly text: string; readonly translated: boolean }[] {
  return text
    .split(MARK)
    .map((part, index) => ({ text: part, translated: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}

/** Whether any of the text is of a translation. */
export function isMarked(text: string): boolean {
  return text.includes(MARK);
}

/** Data that somebody else has written, with no mark in any of its texts. */
export function unmarkedData(data: unknown): unknown {
  if (typeof data === 'string') return unmarked(data);
  if (Array.isArray(data)) return data.map(unmarkedData);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, unmarkedData(value)]));
}

/** The text without marks, for what has no place for a language: names of files, cells, fields of a form. */
export function unmarked(text: string): string {
  return text.replaceAll(MARK, '');
}
