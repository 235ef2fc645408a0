// How the history of an answer is read: saves of one person that follow each other closely are one
// sitting, because saving as someone types makes many versions of one piece of work.

const SITTING_MINUTES = 30;

export type Saved = {
  readonly version: number;
  /** Id of who saved it. */
  readonly savedBy: string;
  /** Milliseconds since 1970. */
  readonly at: number;
};

/**
 * Versions as sittings, in the order given (oldest first). A sitting ends where another person saves, or
 * where the same person has saved nothing for 30 minutes.
 */
export function sittingsOf<Version extends Saved>(
  versions: readonly Version[],
): readonly (readonly Version[])[] {
  const sittings: Version[][] = [];
  for (const version of versions) {
    const open = sittings.at(-1);
    const last = open?.at(-1);
    if (open !== undefined && last !== undefined && isSameSitting(last, version)) {
      open.push(version);
    } else {
      sittings.push([version]);
    }
  }
  return sittings;
}

function isSameSitting(earlier: Saved, later: Saved): boolean {
  return earlier.savedBy === later.savedBy && later.at - earlier.at <= SITTING_MINUTES * 60_000;
}
