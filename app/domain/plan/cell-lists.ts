// Lists that are written into one text, as in a cell of a spreadsheet: an entry for each line or word. A
// text can hold very many, so nothing is made of those beyond the first too many.

/**
 * The lines of a text, up to the first that is one too many. Blank ones count for nothing; the first few
 * keep their places, so that a line is found by its number.
 */
export function linesIn(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  let written = 0;
  for (let at = 0; at <= text.length && written <= most;) {
    const found = text.indexOf('\n', at);
    const end = found < 0 ? text.length : found;
    const line = text.slice(at, end);
    const blank = line.trim() === '';
    if (!blank) written += 1;
    if (!blank || lines.length < MOST_PLACES) lines.push(line);
    at = end + 1;
  }
  return lines;
}

/** Nobody looks for a line by its number after so many. */
const MOST_PLACES = 200;

/**
 * The different words between spaces, commas and the like, up to the first that is one too many. Two with a
 * dash or ‘to’ between them are one word: from the one to the other.
 */
export function wordsIn(text: string, most: number): readonly string[] {
  const words = new Set<string>();
  const joined = text.replaceAll(
    /(\S)(?:[^\S\n]+(?:-|to)[^\S\n]+|[^\S\n]*[\u2012-\u2015\u2212][^\S\n]*)(?=\S)/gi,
    '$1\u2013',
  );
  for (const [word] of joined.matchAll(/[^\s,;/&+|]+/g)) {
    // Lists have bullets, too.
    if (/^(?:and|[-\u2010-\u2015\u2022\u2212*]+)$/i.test(word)) continue;
    words.add(word);
    if (words.size > most) break;
  }
  return [...words];
}
