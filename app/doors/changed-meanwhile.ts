// Two people at one thing: the second is refused with both versions, and who saved the first, when.
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { loadName } from '#db/repositories/people/names.ts';
import { Conflict, type Db, type Store, type Write } from '#db/store.ts';
import type { AccessProblem, OpenAssessment } from './open-assessment.ts';

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

/** Whether a row is the one that was on the page; version 0 = there was none. */
export function isAsRead(now: { readonly version: number } | null, readVersion: number): boolean {
  return (now?.version ?? 0) === readVersion;
}

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

type Again<Row, Command> = {
  /** Opens the assessment as it is now. */
  readonly open: () => Promise<Result<OpenAssessment, AccessProblem>>;
  /** The row in it that the writes are about. */
  readonly find: (now: OpenAssessment) => Row | null;
  /** What is to be saved. */
  readonly yours: Command;
};

/** Commits the writes; where someone else wrote in between, both versions go back to the person. */
export async function commitUnlessChanged<Row extends Stamped, Command>(
  store: Store,
  writes: readonly Write[],
  { open, find, yours }: Again<Row, Command>,
): Promise<Result<null, AccessProblem | ChangedMeanwhile<Row, Command>>> {
  if (writes.length === 0) return ok(null);
  try {
    await store.commit(writes);
    return ok(null);
  } catch (error) {
    // Named recovery: the row is no longer the one that was read.
    if (!(error instanceof Conflict)) throw error;
    const now = await open();
    if (!now.ok) return now;
    return refused(await changedMeanwhile(store.db, find(now.value), yours));
  }
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
