// The second factors of an account: when one is added or taken away, by its owner and by somebody else.
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { mustWrite, type TextRule } from '#app/domain/written-text.ts';
import type { Actor } from './actor.ts';
import { mayAdminister } from './administration.ts';

const MOST_PASSKEYS = 10;
const PASSKEY_NAME = { code: 'name-wrong', most: 80 } as const;
const RESET_REASON = { code: 'reason-wrong', most: 500 } as const;

export type Factors = {
  /** null = no authenticator. */
  readonly sealedSecret: string | null;
  readonly passkeys: number;
};

/** Whether there is a second factor. */
export function hasFactor({ sealedSecret, passkeys }: Factors): boolean {
  return sealedSecret !== null || passkeys > 0;
}

export type NoFactor = { readonly code: 'no-factor' };

/** The account where it has a second factor. */
export function checkFactor<Account extends Factors>(
  account: Account | null,
): Result<Account, NoFactor> {
  return account !== null && hasFactor(account) ? ok(account) : refused({ code: 'no-factor' });
}

type Kept = { readonly confirmedAt: string | null };

/** Whether an authenticator may be begun; null = none is there, confirmed or not. */
export function checkBeginning(
  there: Kept | null,
): Result<null, { readonly code: 'factor-there' }> {
  return there !== null && there.confirmedAt !== null
    ? refused({ code: 'factor-there' })
    : ok(null);
}

/** The authenticator that waits for its first code. */
export function checkUnconfirmed<Begun extends Kept>(
  there: Begun | null,
): Result<Begun, { readonly code: 'nothing-to-confirm' }> {
  return there === null || there.confirmedAt !== null
    ? refused({ code: 'nothing-to-confirm' })
    : ok(there);
}

export type NotAdded =
  | TextRule<'name-wrong'>
  | { readonly code: 'too-many-passkeys'; readonly most: number };

/** The name of a passkey that is added to those which are there. */
export function checkNewPasskey(name: string, there: readonly unknown[]): Result<string, NotAdded> {
  const kept = mustWrite(PASSKEY_NAME, name);
  if (!kept.ok) return kept;
  return there.length >= MOST_PASSKEYS
    ? refused({ code: 'too-many-passkeys', most: MOST_PASSKEYS })
    : kept;
}

/** Whether a factor may go beside so many others: the last one of somebody who needs one stays. */
export function checkRemoving({
  others,
  isNeeded,
}: {
  readonly others: number;
  readonly isNeeded: boolean;
}): Result<{ isLast: boolean }, { readonly code: 'factor-needed' }> {
  const isLast = others === 0;
  return isLast && isNeeded ? refused({ code: 'factor-needed' }) : ok({ isLast });
}

export type NotResettable =
  /** Nobody takes away their own: another administrator does. */
  | { readonly code: 'own-factor' }
  | { readonly code: 'not-found' }
  | NoFactor
  | { readonly code: 'reset-waits' };

type Resetting<Account> = {
  readonly isOwn: boolean;
  readonly account: Account | null;
  /** The reset that waits already; null = none does. */
  readonly waiting: object | null;
};

/** The account whose factor somebody else takes away. */
export function checkResetting<Account extends Factors>({
  isOwn,
  account,
  waiting,
}: Resetting<Account>): Result<Account, NotResettable> {
  if (isOwn) return refused({ code: 'own-factor' });
  if (account === null) return refused({ code: 'not-found' });
  if (!hasFactor(account)) return refused({ code: 'no-factor' });
  return waiting === null ? ok(account) : refused({ code: 'reset-waits' });
}

/** Why a factor is taken away, as it is kept. */
export function checkResetReason(typed: string): Result<string, TextRule<'reason-wrong'>> {
  return mustWrite(RESET_REASON, typed);
}

/** Whether the actor may say that somebody keeps their factor: it is theirs, or theirs to administer. */
export function mayKeepFactor(actor: Actor, person: string): boolean {
  return person === actor.id || mayAdminister(actor, 'take-factor-away');
}

/** What shows who somebody is beside their password; null = no account. A passkey alone has no code that is typed. */
export function checkPasswordProof<
  Account extends Factors & { readonly passwordHash: string | null },
>(
  account: Account | null,
  code: string,
): Result<{ account: Account; asksCode: boolean }, { readonly code: 'confirm-first' }> {
  if (account === null || account.passwordHash === null) return refused({ code: 'confirm-first' });
  const asksCode = hasFactor(account);
  return asksCode && account.sealedSecret === null && code === ''
    ? refused({ code: 'confirm-first' })
    : ok({ account, asksCode });
}

/** What a sign-in at a provider is worth here: where it proves no second factor, the account's own is asked for. */
export function checkProviderProof(
  account: Factors | null,
  { twoFactors }: { readonly twoFactors: boolean },
): Result<'confirmed' | 'needs-code', { readonly code: 'use-passkey' }> {
  if (account === null || twoFactors || !hasFactor(account)) return ok('confirmed');
  return account.sealedSecret === null ? refused({ code: 'use-passkey' }) : ok('needs-code');
}
