// Two people answer for an assessment: whoever wrote most of it, or submits it, does not sign it as well
// (catalogue SEC-14). A signature that covers one's own text would assure nobody of anything.

/** One saved version of an answer, oldest first within its criterion. */
export type SavedNarrative = {
  readonly criterion: string;
  readonly narrative: string;
  readonly savedBy: string;
};

/** How many of the narratives that are not empty somebody has saved last. */
export type Share = { readonly own: number; readonly all: number };

/**
 * Whose the narratives are, as they stand. A narrative is theirs who saved it in these words: one who only
 * changed the rating beside it has not written it, one who accepted it from a document has.
 */
export function shareOf(person: string, saved: readonly SavedNarrative[]): Share {
  const current = new Map<string, SavedNarrative>();
  for (const version of saved) {
    const before = current.get(version.criterion);
    if (before?.narrative !== version.narrative) current.set(version.criterion, version);
  }
  const written = [...current.values()].filter(({ narrative }) => narrative.trim() !== '');
  return {
    own: written.filter(({ savedBy }) => savedBy === person).length,
    all: written.length,
  };
}

/** Whether that is more than half. */
export function wroteMost({ own, all }: Share): boolean {
  return own * 2 > all;
}
