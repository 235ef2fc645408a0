// Another program may hold the database for a while: a write waits for it, and nobody waits for the write.
import Database from 'better-sqlite3';
import { PATIENCE } from '#app/domain/storage-trouble.ts';

/** How long SQLite itself may wait: it holds up everybody, and many may try while somebody holds it. */
export const BUSY_MS = 2;

/** Runs a write, and again for some seconds while another program holds the database. */
export async function patiently<T>(write: () => T): Promise<T> {
  for (const wait of PATIENCE) {
    try {
      return write();
    } catch (error) {
      // Named recovery: tried again; after the last wait it goes on up.
      if (!isBusy(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return write();
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
}
