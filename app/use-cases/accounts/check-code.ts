// A code of an authenticator app, or a recovery code: each works once.
import { createHmac } from 'node:crypto';
import type { Services } from '#app/services.server.ts';
import {
  type Account,
  useRecoveryCode,
  useStep,
} from '#db/repositories/accounts/sign-in-accounts.ts';
import type { Write } from '#db/store.ts';

export type CodeUse = { readonly method: 'code' | 'recovery-code'; readonly write: Write };

/**
 * What using this code would be; null where it is none of this account. Its write is a Conflict where the code
 * was used before, or is no recovery code of the account.
 */
export function codeUse(
  { authenticators, clock, config }: Pick<Services, 'authenticators' | 'clock' | 'config'>,
  account: Account,
  typed: string,
): CodeUse | null {
  const code = typed.replaceAll(/[\s-]/g, '');
  const now = clock();
  if (/^\d{6}$/.test(code)) {
    if (account.sealedSecret === null) return null;
    const key = { sealed: account.sealedSecret, userId: account.id };
    const step = authenticators.stepOf(code, key, now.getTime());
    return step === null ? null : { method: 'code', write: useStep(account.id, step) };
  }
  if (!RECOVERY.test(code)) return null;
  const id = recoveryId({ config }, account.id, code);
  return { method: 'recovery-code', write: useRecoveryCode(account.id, id, now.toISOString()) };
}

/** Ten characters, without those that are easily taken for another. */
const RECOVERY = /^[2-9a-hjkmnp-z]{10}$/i;

/** What is stored of a recovery code. */
export function recoveryId(
  { config }: Pick<Services, 'config'>,
  userId: string,
  code: string,
): string {
  return createHmac('sha256', config.secret)
    .update(`recovery code ${userId} ${code.toLowerCase()}`)
    .digest('hex');
}
