// Signs a person in by email address and password, in turn with everyone else who does. A wrong address, a
// wrong password and a closed account are the same answer in the same time. Where the account has a second
// factor, the password opens nothing but the page that asks for it.
import type { Browser } from '#app/domain/policy/proof.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { BusyProblem } from '#app/identity-ports.ts';
import { hasFactor } from '#app/domain/policy/own-factor.ts';
import { usableAccount } from '#app/domain/policy/people.ts';
import { isLetterDue } from '#app/domain/policy/guessing.ts';
import type { Services } from '#app/services.server.ts';
import { needsRenewal } from '#app/identity/password-hash.ts';
import { renewPassword } from '#db/repositories/accounts/sign-in-rows.ts';
import { type Account, loadAccountByEmail } from '#db/repositories/accounts/sign-in-accounts.ts';
import { Conflict, type Write } from '#db/store.ts';
import { FAILURES } from '#words/accounts/security-letters.ts';
import { beginSession } from './begin-session.ts';
import { openGate, countGuess, forgiven, type GateProblem, type Guess } from './guessing-gate.ts';
import { requiredProvider, unlinkedProvider } from './known-provider.ts';
import { logUnlooked, refusedSignIn } from './refused-sign-in.ts';
import { securityLetter } from './security-letter.ts';
import { ticketOf } from './second-step-ticket.ts';

export type SignInCommand = {
  readonly email: string;
  readonly password: string;
  readonly browser: Browser;
  /** Aborted where whoever asked has gone away. */
  readonly signal?: AbortSignal;
};

export type SignInProblem =
  | BusyProblem
  | GateProblem
  | ProviderRequired
  | { readonly code: 'wrong' };

/** Their organisation has its people sign in there, and they have done so before. */
export type ProviderRequired = {
  readonly code: 'provider-required';
  readonly provider: string;
  readonly name: string;
};

/** A new session, or a ticket for the second step; both are for a cookie. */
export type SignedIn =
  | {
      readonly kind: 'session';
      readonly token: string;
      readonly account: string;
      /** Whether their organisation asks them to link their account. */
      readonly asksLink: boolean;
    }
  | { readonly kind: 'second-step'; readonly ticket: string };

/** What the right password opens, or why nothing was opened. */
export async function signIn(
  services: Services,
  { email, password, browser, signal }: SignInCommand,
): Promise<Result<SignedIn, SignInProblem>> {
  const account = canonicalEmail(email);
  const guess: Guess = { of: 'password', account, ...browser };
  const open = await openGate(services, guess);
  if (!open.ok) {
    logUnlooked(services, guess, open.problem.code);
    return open;
  }
  const { address, device } = browser;
  const asker = { account, address, known: device !== null, signal };
  const turn = await services.passwordTurn(asker, () =>
    inTurn(services, { guess, password, browser }),
  );
  return turn.ok ? turn.value : turn;
}

type Try = { readonly guess: Guess; readonly password: string; readonly browser: Browser };

async function inTurn(
  services: Services,
  { guess, password, browser }: Try,
): Promise<Result<SignedIn, SignInProblem>> {
  const { engine, clock } = services;
  // Again, because others may have failed while this one waited.
  const open = await openGate(services, guess);
  if (!open.ok) return open;
  const at = clock().toISOString();
  const { counted, looks } = await countGuess(services, guess, at);
  if (!counted.ok) return counted;
  const found = await loadAccountByEmail(engine.db, guess.account);
  const right = await isRight(services, found, password);
  const account = right ? usableAccount(found) : null;
  if (account === null) {
    await engine.commit([
      refusedSignIn(services, { ...guess, at, step: 'password' }),
      ...(found !== null && isLetterDue(looks) ? [failuresLetter(services, found, at)] : []),
    ]);
    return refused({ code: 'wrong' });
  }
  const renewed = await withNewHash(services, { account, password, at });
  if (renewed === null) return refused({ code: 'wrong' });
  return opened(services, { account: renewed, browser, writes: forgiven(guess, at) });
}

type Opening = {
  readonly account: Account;
  readonly browser: Browser;
  readonly writes: readonly Write[];
};

/** What the right password opens. */
async function opened(
  services: Services,
  { account, browser, writes }: Opening,
): Promise<Result<SignedIn, SignInProblem>> {
  const { engine } = services;
  const required = await requiredProvider(services, account.id);
  if (required !== null) {
    await engine.commit(writes);
    return refused({ code: 'provider-required', provider: required.id, name: required.name });
  }
  if (hasFactor(account)) {
    await engine.commit(writes);
    return ok({ kind: 'second-step', ticket: ticketOf(services, account) });
  }
  const { agent, session: replaces } = browser;
  try {
    const begin = { account, method: 'password', agent, replaces, writes } as const;
    const token = await beginSession(services, begin);
    const asksLink = (await unlinkedProvider(services, account.id)) !== null;
    return ok({ kind: 'session', token, account: account.email, asksLink });
  } catch (error) {
    // Named recovery: the account was closed, or its password changed, at this moment.
    if (error instanceof Conflict) return refused({ code: 'wrong' });
    throw error;
  }
}

async function isRight(
  { auth }: Pick<Services, 'auth'>,
  account: Account | null,
  password: string,
): Promise<boolean> {
  const { password: hasher } = await auth.$context;
  const hash = account?.passwordHash ?? null;
  if (hash !== null) return hasher.verify({ hash, password });
  // As long as for an account that is there.
  await hasher.hash(password);
  return false;
}

/** The account, its hash made anew where it is by an older rule; null = another password was chosen meanwhile. */
async function withNewHash(
  { auth, engine }: Pick<Services, 'auth' | 'engine'>,
  { account, password, at }: { account: Account; password: string; at: string },
): Promise<Account | null> {
  const { passwordAccount, passwordHash: from } = account;
  if (passwordAccount === null || from === null || !needsRenewal(from)) return account;
  const { password: hasher } = await auth.$context;
  const to = await hasher.hash(password);
  try {
    await engine.commit([renewPassword(passwordAccount, { from, to, at })]);
    return { ...account, passwordHash: to };
  } catch (error) {
    // Named recovery: a reset has just set another one, which stands.
    if (error instanceof Conflict) return null;
    throw error;
  }
}

function failuresLetter(services: Services, account: Account, at: string): Write {
  return securityLetter(services, account.email, {
    at,
    key: `failures ${account.id} ${at.slice(0, 10)}`,
    ...FAILURES,
  });
}

/** An address as accounts are found by it: trimmed, compatible characters folded, in lower case. */
export function canonicalEmail(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase();
}
