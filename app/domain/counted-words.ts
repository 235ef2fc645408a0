// Counts words the same way in the browser and on the server: by rules of its own, because segmenters
// differ between versions of a runtime.

const gap = /[\p{White_Space}\u200B\uFEFF\u2014]+/u;
const spoken = /[\p{L}\p{N}]/u;
// Chinese and Japanese are written without spaces: each character counts, as word processors count it.
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/**
 * The number of words, which is kept with a saved answer: another rule forgets those (answers.words = null).
 * A word is what stands between white space or long dashes and holds a letter or
 * a number: 'well-being', 'O’Neill', 'and/or' and '1,000' are one each, a lone dash or symbol none.
 */
export function countWords(text: string): number {
  return text.split(gap).reduce((sum, piece) => sum + wordsIn(piece), 0);
}

function wordsIn(piece: string): number {
  const characters = piece.match(unspaced)?.length ?? 0;
  if (characters === 0) return spoken.test(piece) ? 1 : 0;
  const rest = piece.replaceAll(unspaced, ' ').split(' ');
  return characters + rest.filter((part) => spoken.test(part)).length;
}
