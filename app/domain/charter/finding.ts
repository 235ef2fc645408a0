// What is wrong with a charter's files, said so that its author can put it right.
// The sentence stands beside the rule that finds it: author's errors are read in an editor, not on a page.

export type Path = readonly (string | number)[];

/** One mistake, by the place in the file's data; the adapter turns the place into line and column. */
export type Finding = {
  /** The file within the version's folder, such as sections/1-governance.yaml. */
  readonly file: string;
  readonly path: Path;
  /** Whether the key itself or what stands behind it is wrong. */
  readonly on: 'key' | 'value';
  readonly code: string;
  /** What is wrong and what would be right. */
  readonly message: string;
  /** True: worth saying, and the charter is sound all the same. */
  readonly harmless?: true;
};

/** The candidate nearest to what was written, where it is near enough to be a slip of the pen. */
function nearest(written: string, candidates: readonly string[]): string | null {
  const scored = candidates
    .map((candidate) => ({ candidate, distance: editDistance(written, candidate) }))
    .toSorted((a, b) => a.distance - b.distance);
  const best = scored[0];
  return best &&
    best.distance <= (written.length < 4 ? 1 : Math.max(2, Math.floor(written.length / 3)))
    ? best.candidate
    : null;
}

/** ` Did you mean "…"?`, or nothing. */
export function didYouMean(written: string, candidates: readonly string[]): string {
  const guess = nearest(written.slice(0, 60), candidates);
  return guess === null ? '' : ` Did you mean "${guess}"?`;
}

// Levenshtein's distance by rows; inputs are short keys and ids.
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of Array.from(a).entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      const substituted = (row[j] ?? 0) + (letter === b[j] ? 0 : 1);
      next.push(Math.min(substituted, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
