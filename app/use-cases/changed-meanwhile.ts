// Two people at one thing: the second is refused with both versions, and who saved the first, when.
import { type Db, Conflict } from '#db/store.ts';
import { loadName } from '#db/repositories/names.ts';

export type ChangedMeanwhile<Row, Command> = {
  readonly code: 'changed-meanwhile';
  /** What is there now; null = it was taken away. */
  readonly saved: Row | null;
  /** The name of who saved it; null where it or the account is gone. */
  readonly savedBy: string | null;
  readonly savedAt: string | null;
  /** What was to be saved. */
  readonly yours: Command;
};

type Stamped = { readonly updatedAt: string; readonly updatedBy: string };

/** The problem to show, with the row as it is now. */
export async function changedMeanwhile<Row extends Stamped, Command>(
  db: Db,
  saved: Row | null,
  yours: Command,
): Promise<ChangedMeanwhile<Row, Command>> {
  return {
    code: 'changed-meanwhile',
    saved,
    savedBy: saved && (await loadName(db, saved.updatedBy)),
    savedAt: saved && saved.updatedAt,
    yours,
  };
}

const MOST_TRIES = 5;

/** Loads, decides and commits again where another write came in between; the last try may throw. */
export async function decideAgainOnConflict<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; tries < MOST_TRIES; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      // Named recovery: what was read is out of date, so the decision is made again.
      if (!(error instanceof Conflict)) throw error;
    }
  }
  return attempt();
}
