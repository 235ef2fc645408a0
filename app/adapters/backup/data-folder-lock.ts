// One service per data folder. The lock is an exclusive transaction on a small database of its own,
// held while the process lives: the operating system lets it go with the process, so that a crash
// leaves nothing to clear away. Commands that only read, or write one commit, work beside it.
import { closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { storageTrouble } from '#app/domain/storage-trouble.ts';
import { ownerOnly, StartRefusal } from './data-folder.ts';

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
    if (!(error instanceof Database.SqliteError)) throw error;
    if (error.code.startsWith('SQLITE_BUSY')) return null;
    if (!/^SQLITE_(?:NOTADB|CORRUPT)/.test(error.code)) throw error;
    throw notOurs(
      path.join(folder, LOCK_FILE),
      `is not the lock of a data folder (${error.message})`,
    );
  }
}

function openLock(file: string): Database.Database | null {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found !== undefined && !found.isFile()) {
    throw notOurs(
      file,
      `is ${found.isDirectory() ? 'a folder' : 'no plain file'}, where the lock of the data folder belongs`,
    );
  }
  try {
    return new Database(file, { timeout: 0 });
  } catch (error) {
    if (storageTrouble(error) !== 'read-only') throw error;
    assertCannotWrite(file);
    return null;
  }
}

/** Throws where the file can be written after all: then others write too, and there must be a lock. */
function assertCannotWrite(file: string): void {
  try {
    closeSync(openSync(file, 'a', 0o600));
  } catch (error) {
    const trouble = storageTrouble(error);
    if (trouble === 'read-only' || trouble === 'full') return;
    throw error;
  }
  throw notOurs(file, 'cannot be opened as the lock of the data folder');
}

function notOurs(file: string, why: string): StartRefusal {
  return new StartRefusal(
    `${file} ${why}, so that two services could write to one data folder. Nothing was changed. Move it away and start again: it holds nothing, and is made anew.`,
  );
}
