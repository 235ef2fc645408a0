// Criteria as people write them into one cell: in small letters, as a list, or from one to another.
import { allCriteria, type Charter } from '#app/domain/charter/charter.ts';

/**
 * The ids that the words mean, each once. 'm4' is M4, and 'M4–M8' all from M4 to M8 in the order of the
 * charter. A word that means none is kept as it is, to be told of.
 */
export function criteriaMeant(words: readonly string[], charter: Charter): readonly string[] {
  const ids = allCriteria(charter).map(({ id }) => id);
  const known = new Set(ids);
  const bySmall = new Map(ids.map((id) => [id.toLowerCase(), id]));
  const meant = words.flatMap((word) => {
    if (known.has(word)) return [word];
    const one = bySmall.get(word.toLowerCase());
    return one === undefined ? (rangeOf(word, ids, bySmall) ?? [word]) : [one];
  });
  return [...new Set(meant)];
}

/** All from one to another of the same letter; null where it is no such range. */
function rangeOf(
  word: string,
  ids: readonly string[],
  bySmall: ReadonlyMap<string, string>,
): readonly string[] | null {
  for (const { index: dash } of word.matchAll(/[-\u2013]/g)) {
    const from = bySmall.get(word.slice(0, dash).toLowerCase());
    const to = bySmall.get(word.slice(dash + 1).toLowerCase());
    if (from === undefined || to === undefined || letterOf(from) !== letterOf(to)) continue;
    const [first, last] = [ids.indexOf(from), ids.indexOf(to)];
    if (first <= last) return ids.slice(first, last + 1);
  }
  return null;
}

function letterOf(id: string): string {
  return id.replace(/\d+$/, '');
}
