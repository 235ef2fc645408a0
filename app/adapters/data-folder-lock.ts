// One service per data folder. The lock is an exclusive transaction on a small database of its own,
// held while the process lives: the operating system lets it go with the process, so that a crash
// leaves nothing to clear away. Commands that only read, or write one commit, work beside it.
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { storageTrouble } from '#app/domain/storage-trouble.ts';
import { ownerOnly } from './data-folder.ts';

export const LOCK_FILE = 'lock.db';
/** There while a restore moves files; a data folder with it is half old and half new. */
export const RESTORE_MARK = 'restore-unfinished';

// A connection that nobody refers to is closed by the garbage collector, and its lock with it.
const held = new Set<Database.Database>();

export type DataFolderLock = { readonly release: () => void };

/**
 * Takes the data folder for this process. Throws where another process holds it, or where a restore
 * was interrupted, with what to do.
 */
export function lockDataFolder(folder: string): DataFolderLock {
  const lock = tryLock(folder);
  if (lock === null) {
    throw new Error(
      `${folder} is in use by another running service. Stop that one first: two must not write to one data folder.`,
    );
  }
  if (existsSync(path.join(folder, RESTORE_MARK))) {
    lock.release();
    throw new Error(
      `A restore into ${folder} was interrupted. Run it again: charter admin restore --from FOLDER --force. What was there before is in its folder before-restore-….`,
    );
  }
  return lock;
}

/** The lock, or null where another process holds it. */
export function tryLock(folder: string): DataFolderLock | null {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const connection = openLock(path.join(folder, LOCK_FILE));
  // Where no file can be made, nobody else writes either.
  if (connection === null) return { release: () => {} };
  ownerOnly(path.join(folder, LOCK_FILE), 0o600);
  try {
    // Nothing is written, so that a full disk keeps nobody from reading.
    connection.pragma('journal_mode = MEMORY');
    connection.exec('begin exclusive');
    held.add(connection);
    return {
      release: () => {
        held.delete(connection);
        connection.close();
      },
    };
  } catch (error) {
    connection.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
}

function openLock(file: string): Database.Database | null {
  try {
    return new Database(file, { timeout: 0 });
  } catch (error) {
    if (storageTrouble(error) !== 'read-only') throw error;
    return null;
  }
}
