// Reaches into a data folder that a running service uses, for what no page can do: ending sessions.
import path from 'node:path';
import Database from 'better-sqlite3';

/** Ends every session as the idle limit would. */
export function endSessions(folder: string): void {
  const connection = new Database(path.join(folder, 'charter.db'), { timeout: 5000 });
  connection.prepare('update session set expiresAt = ?').run('2020-01-01T00:00:00.000Z');
  connection.close();
}
