// What stands between the first step, a password or a provider, and the second: whose step it is, for the
// password as it was.
import { createHmac } from 'node:crypto';
import { usableAccount } from '#app/domain/policy/people.ts';
import type { Services } from '#app/services.server.ts';
import { type Account, loadAccountOf } from '#db/repositories/accounts/sign-in-accounts.ts';

/**
 * The ticket of somebody who gave their password, or came from a provider; it is worth nothing once the
 * password has changed.
 */
export function ticketOf(
  { config }: Pick<Services, 'config'>,
  account: Account,
  provider = '',
): string {
  return `${account.id}~${provider}~${markOf(config.secret, account, provider)}`;
}

/**
 * Whose second step it is, and the provider that was the first one; null where the account was closed, or its
 * password changed meanwhile.
 */
export async function readTicket(
  { config, engine }: Pick<Services, 'config' | 'engine'>,
  ticket: string,
): Promise<{ readonly account: Account; readonly provider: string | null } | null> {
  const [id = '', provider = ''] = ticket.split('~', 2);
  const account = usableAccount(await loadAccountOf(engine.db, id));
  if (account === null) return null;
  if (ticketOf({ config }, account, provider) !== ticket) return null;
  return { account, provider: provider === '' ? null : provider };
}

function markOf(secret: string, { id, passwordHash }: Account, provider: string): string {
  return createHmac('sha256', secret)
    .update(`second step ${id} ${provider} ${passwordHash}`)
    .digest('base64url');
}
