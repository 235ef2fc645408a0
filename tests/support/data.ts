// Reaches into a data folder that a running service uses, for what no page can do: ending sessions.
import path from 'node:path';
import Database from 'better-sqlite3';

/** Ends every session as the idle limit would. */
export function endSessions(folder: string): void {
  const connection = new Database(path.join(folder, 'charter.db'), { timeout: 5000 });
  connection.prepare('update session set expiresAt = ?').run('2020-01-01T00:00:00.000Z');
  connection.close();
}

/** The address in the newest letter to someone, as its reader would follow it. */
export function linkTo(folder: string, recipient: string): string {
  const connection = new Database(path.join(folder, 'charter.db'), { timeout: 5000 });
  const text: unknown = connection
    .prepare('select text from outbox where recipient = ? order by created_at desc, id desc')
    .pluck()
    .get(recipient);
  connection.close();
  const [, address] = /^(https?:\/\/\S+)$/m.exec(String(text)) ?? [];
  if (address === undefined) throw new Error(`no letter to ${recipient}`);
  return address;
}
