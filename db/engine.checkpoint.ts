// The log is brought into the database by us and not by SQLite, which keeps errors of that to itself.
import { statSync } from 'node:fs';
import type Database from 'better-sqlite3';

const LONG_BYTES = 4 * 1024 * 1024;
/** So long the log stays once it is empty. */
export const LOG_KEPT_BYTES = 1024 * 1024;

/**
 * Brings the log in where it is long. An error is told, and thrown to nobody: what was committed is in the
 * log, and stays there.
 */
export function bringLogIn(
  connection: Database.Database,
  file: string,
  failed: (error: unknown) => void,
): void {
  const log = statSync(`${file}-wal`, { throwIfNoEntry: false });
  if (log === undefined || log.size < LONG_BYTES) return;
  try {
    connection.pragma('wal_checkpoint(PASSIVE)');
  } catch (error) {
    // Named recovery: the log is whole; whoever watches the storage hears of it.
    failed(error);
  }
}
