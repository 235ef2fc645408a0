// Signs in with a passkey, which stands for password and code. Nobody can guess one, so nothing is counted.
import { createHash } from 'node:crypto';
import { usableAccount } from '#app/domain/policy/people.ts';
import { type Browser, CHALLENGE_MINUTES, type PasskeyAnswer } from '#app/domain/policy/proof.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import {
  loadPasskey,
  type PasskeyRow,
  useOnce,
  usePasskey,
} from '#db/repositories/accounts/passkey-rows.ts';
import { loadAccountOf } from '#db/repositories/accounts/sign-in-accounts.ts';
import { Conflict, type Write } from '#db/store.ts';
import { beginSession } from './begin-session.ts';
import { requiredProvider } from './known-provider.ts';
import type { ProviderRequired } from './sign-in.ts';

export type PasskeyProblem = { readonly code: 'passkey-wrong' };
export type PasskeySignInProblem = PasskeyProblem | ProviderRequired;

/** The token of the new session and the address of its account. */
export async function signInWithPasskey(
  services: Services,
  { browser, ...given }: PasskeyAnswer & { readonly browser: (account: string) => Browser },
): Promise<Result<{ token: string; account: string }, PasskeySignInProblem>> {
  const checked = await checkedPasskey(services, given);
  if (!checked.ok) return checked;
  const { userId } = checked.value.passkey;
  const account = usableAccount(await loadAccountOf(services.engine.db, userId));
  if (account === null) return refused({ code: 'passkey-wrong' });
  const required = await requiredProvider(services, account.id);
  if (required !== null) {
    return refused({ code: 'provider-required', provider: required.id, name: required.name });
  }
  const { agent, session: replaces } = browser(account.email);
  try {
    const token = await beginSession(services, {
      account,
      method: 'passkey',
      agent,
      replaces,
      writes: checked.value.writes,
    });
    return ok({ token, account: account.email });
  } catch (error) {
    // Named recovery: the same answer was used before.
    if (error instanceof Conflict) return refused({ code: 'passkey-wrong' });
    throw error;
  }
}

/** The passkey that has signed the challenge, and what uses both up. */
export async function checkedPasskey(
  { engine, passkeys, clock }: Pick<Services, 'engine' | 'passkeys' | 'clock'>,
  { answer, challenge }: PasskeyAnswer,
): Promise<Result<{ passkey: PasskeyRow; writes: readonly Write[] }, PasskeyProblem>> {
  const id = challenge === '' ? null : passkeys.idIn(answer);
  const passkey = id === null ? null : await loadPasskey(engine.db, id);
  if (passkey === null) return refused({ code: 'passkey-wrong' });
  const counter = await passkeys.check(answer, challenge, passkey);
  if (counter === null) return refused({ code: 'passkey-wrong' });
  const at = clock().toISOString();
  const writes = [useChallenge(challenge, at), usePasskey(passkey, { counter, at })];
  return ok({ passkey, writes });
}

/** Uses a challenge up; a Conflict the second time. */
export function useChallenge(challenge: string, at: string): Write {
  const id = createHash('sha256').update(`challenge ${challenge}`).digest('hex');
  const expiresAt = new Date(Date.parse(at) + CHALLENGE_MINUTES * 60_000).toISOString();
  return useOnce(id, { at, expiresAt });
}
