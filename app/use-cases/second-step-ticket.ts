// What stands between the right password and the second step: whose step it is, for the password as it was.
import { createHmac } from 'node:crypto';
import type { Services } from '#app/services.server.ts';
import { type Account, loadAccountOf } from '#db/repositories/security.ts';

/** The ticket of somebody who gave their password; it is worth nothing once the password has changed. */
export function ticketOf({ config }: Pick<Services, 'config'>, account: Account): string {
  return `${account.id}~${markOf(config.secret, account)}`;
}

/** Whose second step it is; null where the account was closed, or its password changed meanwhile. */
export async function accountOfTicket(
  { config, engine }: Pick<Services, 'config' | 'engine'>,
  ticket: string,
): Promise<Account | null> {
  const [id = ''] = ticket.split('~', 1);
  const account = await loadAccountOf(engine.db, id);
  if (account === null || account.closedAt !== null) return null;
  return ticketOf({ config }, account) === ticket ? account : null;
}

function markOf(secret: string, { id, passwordHash }: Account): string {
  return createHmac('sha256', secret)
    .update(`second step ${id} ${passwordHash}`)
    .digest('base64url');
}
