// Ratings with published results: Krippendorff's "C" data (four raters, twelve units; the last has a single
// rating) and the table of two abstractors, both as in the README of the R package irrCAC (domain.md, 7).

export const TWELVE_UNITS: readonly (readonly number[])[] = [
  [1, 1, 1],
  [2, 2, 3, 2],
  [3, 3, 3, 3],
  [3, 3, 3, 3],
  [2, 2, 2, 2],
  [1, 2, 3, 4],
  [4, 4, 4, 4],
  [1, 1, 2, 1],
  [2, 2, 2, 2],
  [5, 5, 5],
  [1, 1],
  [3],
];

const TABLE = [
  [13, 0, 0],
  [0, 20, 7],
  [0, 4, 56],
];

/** A hundred units, each rated by two. */
export const TWO_ABSTRACTORS: readonly (readonly number[])[] = TABLE.flatMap((row, first) =>
  row.flatMap((times, second) => Array.from({ length: times }, () => [first + 1, second + 1])),
);
