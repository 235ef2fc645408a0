// Rows of several assessments, of which a page shows one for each.

/** The first row of each assessment, by its id. */
export function firstOfEach<R extends { readonly assessmentId: string }>(
  rows: readonly R[],
): ReadonlyMap<string, R> {
  return new Map(rows.toReversed().map((row) => [row.assessmentId, row]));
}
