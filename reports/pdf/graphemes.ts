// What people take for one letter: a letter with its marks, a sign with its modifiers.
let held: Intl.Segmenter | null = null;

/** The letters of a text, as Unicode divides it (UAX 29). */
export function graphemesOf(text: string): readonly string[] {
  // Made when a text first needs it: most texts do not, and it takes some milliseconds.
  held ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(held.segment(text), ({ segment }) => segment);
}
