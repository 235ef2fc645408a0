// How the history of an answer is read: what is saved while one person types is one sitting, because it makes
// many versions of one piece of work. Whatever somebody meant to keep is an entry of its own.

/** How a version came to be one to keep: by the button, from a file, from elsewhere, from an earlier one. */
const KEPT = ['saved', 'imported', 'copied', 'moved', 'restored'] as const;
export type Kept = (typeof KEPT)[number];

/** How a version came to be; what is not kept on purpose was saved while somebody typed. */
export type AnswerOrigin = Kept | 'typed';

/** The origin in a row; null = it is not kept on purpose. */
export function answerOrigin(how: string | null): AnswerOrigin {
  return KEPT.find((known) => known === how) ?? 'typed';
}

const SITTING_MINUTES = 30;

export type Saved = {
  readonly version: number;
  /** Id of who saved it. */
  readonly savedBy: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** null = saved while somebody typed. */
  readonly how: string | null;
};

/**
 * Versions as sittings, in the order given (oldest first). A sitting ends with a version that is one to keep,
 * before one that came from elsewhere than the typing, where another person saves, and where the same person
 * has saved nothing for 30 minutes.
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
  if (earlier.how !== null || (later.how !== null && later.how !== 'saved')) return false;
  return earlier.savedBy === later.savedBy && later.at - earlier.at <= SITTING_MINUTES * 60_000;
}
