// Knows how the storage does: every error of the database and of the files passes by here. It is kept
// for the request that met it, whatever swallows it on its way, and for the whole service until
// something is written again.
import { AsyncLocalStorage } from 'node:async_hooks';
import {
  PATIENCE,
  StorageError,
  type StorageTrouble,
  storageTrouble,
} from '#app/domain/storage-trouble.ts';
import type { Log } from '#app/adapters/log.ts';

export type Outcome<T> = {
  readonly settled: PromiseSettledResult<T>;
  /** What went wrong with the storage meanwhile; null = nothing. */
  readonly trouble: StorageTrouble | null;
};

export type StorageWatch = {
  /** Takes note of an error that passes by; others than the storage's are nothing to it. */
  readonly note: (error: unknown) => void;
  /** Something was written. */
  readonly wrote: () => void;
  /**
   * Why nothing can be written at the moment; null = it can. A disk that failed, or a damaged page,
   * is not forgotten before the next start.
   */
  readonly standing: () => StorageTrouble | null;
  /** Runs work and tells what trouble it met, also where the work itself did not. */
  readonly during: <T>(work: () => Promise<T>) => Promise<Outcome<T>>;
  /** Runs work that swallows errors, again while the database is held; throws where trouble stays. */
  readonly insist: <T>(work: () => Promise<T>) => Promise<T>;
};

/** A watch that has seen nothing yet. */
export function createStorageWatch(log: Log): StorageWatch {
  const met = new AsyncLocalStorage<{ trouble: StorageTrouble | null }>();
  let standing: StorageTrouble | null = null;

  const note: StorageWatch['note'] = (error) => {
    const trouble = storageTrouble(error);
    if (trouble === null) return;
    const scope = met.getStore();
    if (scope !== undefined) scope.trouble = trouble;
    if (trouble === 'busy' || trouble === 'reserve') return;
    if (standing === trouble || standing === 'failing') return;
    standing = trouble;
    log('storage-trouble', { trouble, error: String(error) });
  };
  const wrote = () => {
    if (standing === null || standing === 'failing') return;
    log('storage-works-again', { after: standing });
    standing = null;
  };
  const during: StorageWatch['during'] = (work) => {
    const scope: { trouble: StorageTrouble | null } = { trouble: null };
    return met.run(scope, async () => {
      const [settled] = await Promise.allSettled([work()]);
      return { settled, trouble: scope.trouble };
    });
  };
  const insist: StorageWatch['insist'] = async (work) => {
    for (const wait of [...PATIENCE, null]) {
      const { settled, trouble } = await during(work);
      if (trouble !== 'busy' || wait === null) {
        if (trouble !== null) note(new StorageError(trouble));
        if (settled.status === 'rejected') throw settled.reason;
        if (trouble !== null) throw new StorageError(trouble);
        return settled.value;
      }
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
    throw new StorageError('busy');
  };
  return { note, wrote, standing: () => standing, during, insist };
}
