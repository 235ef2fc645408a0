// The second step of signing in: a code of the authenticator app, a recovery code, or a passkey of the account.
import type { Browser } from '#app/domain/policy/proof.ts';
import { providerMethod } from '#app/domain/policy/provider.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { isLetterDue } from '#app/domain/policy/guessing.ts';
import type { Services } from '#app/services.server.ts';
import { type Account, countRecoveryCodes } from '#db/repositories/accounts/sign-in-accounts.ts';
import { Conflict, type Write } from '#db/store.ts';
import { CODES_TRIED, recoveryCodeUsed } from '#words/accounts/security-letters.ts';
import { beginSession } from './begin-session.ts';
import { type CodeUse, codeUse } from './check-code.ts';
import { openGate, countGuess, forgiven, type GateProblem, type Guess } from './guessing-gate.ts';
import { logUnlooked, refusedSignIn } from './refused-sign-in.ts';
import { readTicket } from './second-step-ticket.ts';
import { securityLetter } from './security-letter.ts';

export type SecondStepCommand = {
  readonly ticket: string;
  readonly code: string;
  /** Where it comes from; whether the device is known is asked of the account. */
  readonly browser: (account: string) => Browser;
};

export type SecondStepProblem =
  | GateProblem
  | { readonly code: 'code-wrong' }
  /** The first step is too long ago, or the password has changed: begin anew. */
  | { readonly code: 'first-step-over' };

/** The token of the new session and the address of its account. */
export async function signInWithCode(
  services: Services,
  { ticket, code, browser }: SecondStepCommand,
): Promise<Result<{ token: string; account: string }, SecondStepProblem>> {
  const { engine, clock } = services;
  const read = await readTicket(services, ticket);
  if (read === null) return refused({ code: 'first-step-over' });
  const { account, provider } = read;
  const from = browser(account.email);
  const guess: Guess = { of: 'code', account: account.email, ...from };
  const open = await openGate(services, guess);
  if (!open.ok) {
    logUnlooked(services, guess, open.problem.code);
    return open;
  }
  const at = clock().toISOString();
  const { counted, looks } = await countGuess(services, guess, at);
  if (!counted.ok) return counted;
  const use = codeUse(services, account, code);
  const token =
    use === null ? null : await enter(services, { account, provider, from, guess, use, at });
  if (token !== null) return ok({ token, account: account.email });
  await engine.commit([
    refusedSignIn(services, { ...guess, at, step: 'code' }),
    ...(isLetterDue(looks) ? [codesLetter(services, account, at)] : []),
  ]);
  return refused({ code: 'code-wrong' });
}

// Whoever comes as far as a code has the password.
function codesLetter(services: Services, account: Account, at: string): Write {
  return securityLetter(services, account.email, {
    at,
    key: `codes ${account.id} ${at.slice(0, 10)}`,
    ...CODES_TRIED,
  });
}

type Entering = {
  readonly account: Account;
  /** Where the first step was; null = here, by password. */
  readonly provider: string | null;
  readonly from: Browser;
  readonly guess: Guess;
  readonly use: CodeUse;
  readonly at: string;
};

/** The token of the new session; null where the code was used before. */
async function enter(
  services: Services,
  { account, provider, from, guess, use, at }: Entering,
): Promise<string | null> {
  const left = await countRecoveryCodes(services.engine.db, account.id);
  const letter = {
    at,
    key: `recovery code ${services.newId()}`,
    ...recoveryCodeUsed(provider === null ? 'password' : 'provider', left - 1),
  };
  const told =
    use.method === 'recovery-code' ? [securityLetter(services, account.email, letter)] : [];
  try {
    return await beginSession(services, {
      account,
      method: provider === null ? use.method : providerMethod({ provider, twoFactors: true }),
      agent: from.agent,
      replaces: from.session,
      writes: [use.write, ...forgiven(guess, at), ...told],
    });
  } catch (error) {
    // Named recovery: the code was used before.
    if (error instanceof Conflict) return null;
    throw error;
  }
}
