// The store of uploaded files, with a reserve: below it files are refused, so that texts still find room.
// Whatever the disk says goes to whoever watches the storage.
import { statfs } from 'node:fs/promises';
import { StorageError, storageTrouble } from '#app/domain/storage-trouble.ts';
import { refused } from '#app/domain/problem.ts';
import type { ErasedList } from '#app/ports.ts';
import type { EvidenceFiles } from './evidence-files.ts';
import type { StorageWatch } from '#app/adapters/backup/storage-watch.ts';

/** Whether the disk of a folder has less free space than this many bytes. */
export async function isShort(folder: string, reserve: number): Promise<boolean> {
  // Named recovery: where the disk does not say, whatever is wrong with it is met by what is written.
  const room = await statfs(folder).catch(() => null);
  return room !== null && room.bavail * room.bsize < reserve;
}

/** The same store, watched, that takes no file where `short` says that there is no room for one. */
export function watchedFiles(
  files: EvidenceFiles,
  storage: StorageWatch,
  short: () => Promise<boolean>,
): EvidenceFiles {
  const noted = notedBy(storage);
  // A file that may not be read says nothing of what can be written; a disk that fails does.
  const reading = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      if (storageTrouble(error) === 'failing') storage.note(error);
      throw error;
    }
  };
  return {
    ...files,
    receive: (content, inspect) =>
      noted(async () => {
        const full = { code: 'storage-full' } as const;
        if (await short()) {
          storage.note(new StorageError('reserve'));
          return refused(full);
        }
        const received = await files.receive(content, inspect);
        if (!received.ok && isFull(received.problem)) storage.note(new StorageError('full'));
        return received;
      }),
    read: (row) => reading(() => files.read(row)),
    hold: (row) => reading(() => files.hold(row)),
    erase: (given) => noted(() => files.erase(given)),
    sweep: (given) => noted(() => files.sweep(given)),
  };
}

/** The same list of what was erased, watched. */
export function watchedList(list: ErasedList, storage: StorageWatch): ErasedList {
  const noted = notedBy(storage);
  return {
    read: list.read,
    add: (erasures) => noted(() => list.add(erasures)),
    takeBack: (erasures) => noted(() => list.takeBack(erasures)),
  };
}

function notedBy(storage: StorageWatch) {
  return async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      storage.note(error);
      throw error;
    }
  };
}

function isFull(problem: unknown): boolean {
  return (
    typeof problem === 'object' &&
    problem !== null &&
    'code' in problem &&
    problem.code === 'storage-full'
  );
}
