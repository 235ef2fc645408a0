// Whether the database file still lies where it was opened. SQLite goes on writing to a file that was taken
// away or replaced, and whatever is acknowledged then is gone with the next start.
import { statSync } from 'node:fs';
import { StorageError } from '#app/domain/storage-trouble.ts';

/** Remembers the file as it is now; what comes back throws where another one, or none, lies there. */
export function placeOf(file: string): () => void {
  const opened = statSync(file);
  return () => {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found?.ino === opened.ino && found.dev === opened.dev) return;
    throw new StorageError('failing');
  };
}
