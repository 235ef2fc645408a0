// The token of a letter, made as the letter is sent: the outbox and backups hold none. Each attempt makes
// the same one, so that of two copies of a letter both open the same.
import { createHmac } from 'node:crypto';
import { headText } from '#app/domain/audit/event.ts';
import { chainOf } from '#app/domain/letters/letter.ts';
import type { Services } from '#app/services.server.ts';
import { loadHead } from '#db/repositories/audit.ts';
import { setInvitationToken } from '#db/repositories/people/invitation-rows.ts';
import { setPasswordLinkToken } from '#db/repositories/accounts/password-links.ts';
import type { Write } from '#db/store.ts';
import { addressToken } from '#app/use-cases/accounts/change-address.ts';
import { linkId } from '#app/use-cases/accounts/create-password-link.ts';
import { roleChangeToken } from '#app/use-cases/people/step-in.ts';
import { reminderToken } from './switch-reminders.ts';

export type LetterToken = {
  readonly token: string;
  /** What makes it valid; a Conflict where what it opens is used, withdrawn or over. */
  readonly writes: readonly Write[];
};

/** What is put into a letter as it is sent: a token, or how far a chain of the trail has come. */
export async function putInto(
  services: Pick<Services, 'config' | 'engine'>,
  tokenOf: string,
  at: string,
): Promise<LetterToken> {
  const chain = chainOf(tokenOf);
  if (chain === null) return letterToken(services, tokenOf, at);
  const head = await loadHead(services.engine.db, chain);
  return { token: head === null ? '' : headText(head), writes: [] };
}

/** The token for what `tokenOf` of a letter names; throws where it names nothing that we know. */
export function letterToken(
  { config }: Pick<Services, 'config'>,
  tokenOf: string,
  at: string,
): LetterToken {
  const [kind = ''] = tokenOf.split(' ', 1);
  const id = tokenOf.slice(kind.length + 1);
  switch (kind) {
    case 'reminders':
      return { token: reminderToken({ config }, id), writes: [] };
    case 'address':
      return { token: addressToken({ config }, id), writes: [] };
    case 'role-change':
      return { token: roleChangeToken({ config }, id), writes: [] };
    case 'invitation': {
      const token = madeOf(config.secret, tokenOf);
      return { token, writes: [setInvitationToken(id, linkId(token), at)] };
    }
    case 'password-link': {
      const token = madeOf(config.secret, tokenOf);
      return { token, writes: [setPasswordLinkToken(id, linkId(token), at)] };
    }
    default:
      throw new Error(`a letter asks for a token of ${tokenOf}`);
  }
}

function madeOf(secret: string, tokenOf: string): string {
  return createHmac('sha256', secret).update(tokenOf).digest('base64url');
}
