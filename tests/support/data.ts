// Reaches into a data folder that a running service uses, for what no page can do: ending sessions.
import path from 'node:path';
import Database from 'better-sqlite3';
import type { AppServer } from './app-server.ts';
import { signedInAs, valueOf } from './http.ts';
import { PEOPLE } from './people.ts';

/** Ends every session as the idle limit would. */
export function endSessions(folder: string): void {
  const connection = new Database(path.join(folder, 'charter.db'), { timeout: 5000 });
  connection.prepare('update session set expiresAt = ?').run('2020-01-01T00:00:00.000Z');
  connection.close();
}

/** The address in the newest letter to someone, as its reader would follow it. */
export async function linkTo(
  app: Pick<AppServer, 'origin' | 'folder'>,
  recipient: string,
): Promise<string> {
  const newest = (column: string) =>
    valueOf(
      app.folder,
      `select ${column} from outbox where recipient = ? order by created_at desc, id desc`,
      recipient,
    );
  // Nothing is sent here, so an administrator has its link made.
  const administrator = await signedInAs(app, PEOPLE.administrator);
  await administrator.post('/outbox', { intent: 'make-link', letter: newest('id') });
  const [, address] = /^(https?:\/\/\S+)$/m.exec(newest('text')) ?? [];
  if (address === undefined) throw new Error(`no letter to ${recipient}`);
  return address;
}
