// Signs a person in by email address and password, in turn with everyone else who does. A wrong address
// and a wrong password are the same answer in the same time; many failures mean a growing wait, which a
// right password does not shorten.
import { secondsToWait } from '#app/domain/policy/sign-in-delay.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { BusyProblem } from '#app/ports.ts';
import type { Services } from '#app/services.server.ts';
import { isClosed } from '#db/repositories/account-security.ts';
import { deleteSessionsOf } from '#db/repositories/accounts.ts';
import { audit } from '#db/repositories/audit.ts';
import { countFailure, forgetFailures, loadFailures } from '#db/repositories/sign-in-failures.ts';

export type SignInCommand = {
  readonly email: string;
  readonly password: string;
  /** The network address that asks. */
  readonly address: string;
  /** Whether the account was signed in to from this device before. */
  readonly known?: boolean;
  /** Aborted where whoever asked has gone away. */
  readonly signal?: AbortSignal;
};

export type SignInProblem =
  BusyProblem | { readonly code: 'wrong' } | { readonly code: 'wait'; readonly seconds: number };

type SignedIn = Result<{ cookies: readonly string[] }, SignInProblem>;
type Keys = { readonly account: string; readonly address: string };

/** The cookies of the new session, or why there is none. */
export async function signIn(
  services: Services,
  { email, password, address, known = false, signal }: SignInCommand,
): Promise<SignedIn> {
  const canonical = canonicalEmail(email);
  const keys = { account: `account ${canonical}`, address: `address ${address}` };
  const seconds = await waitOf(services, keys);
  if (seconds > 0) return refused({ code: 'wait', seconds });
  const asker = { account: canonical, address, known, signal };
  const turn = await services.passwordTurn(asker, () =>
    inTurn(services, { email: canonical, password }, keys),
  );
  return turn.ok ? turn.value : turn;
}

/** Seconds until an account or an address may try again. */
async function waitOf({ engine, clock }: Services, { account, address }: Keys): Promise<number> {
  const now = clock().getTime();
  return Math.max(
    secondsToWait('account', await loadFailures(engine.db, account), now),
    secondsToWait('address', await loadFailures(engine.db, address), now),
  );
}

async function inTurn(
  services: Services,
  { email, password }: Pick<SignInCommand, 'email' | 'password'>,
  keys: Keys,
): Promise<SignedIn> {
  const { engine, auth, clock, storage } = services;
  // Again, because others may have failed while this one waited.
  const seconds = await waitOf(services, keys);
  if (seconds > 0) return refused({ code: 'wait', seconds });
  const at = clock().toISOString();
  // Counted before the password is looked at, so that many tries at once are all counted.
  await engine.commit([countFailure(keys.account, at), countFailure(keys.address, at)]);
  // The library takes an error of the database for a wrong password.
  const answer = await storage.insist(() =>
    auth.api.signInEmail({
      body: { email, password },
      headers: new Headers(),
      asResponse: true,
    }),
  );
  if (!answer.ok) {
    await engine.commit([event(at, null, 'sign-in-refused')]);
    return refused({ code: 'wrong' });
  }
  const body: unknown = await answer.clone().json();
  const userId = userIdIn(body);
  // Looked at once the session is there, so that one which is closed at this moment has none either.
  if (userId !== null && (await isClosed(engine.db, userId))) {
    await engine.commit([deleteSessionsOf(userId), event(at, null, 'sign-in-refused')]);
    return refused({ code: 'wrong' });
  }
  await engine.commit([
    forgetFailures(keys.account),
    forgetFailures(keys.address),
    event(at, userId, 'signed-in'),
  ]);
  return ok({ cookies: answer.headers.getSetCookie() });
}

/** An address as accounts are found by it: trimmed, compatible characters folded, in lower case. */
export function canonicalEmail(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase();
}

function userIdIn(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('user' in body)) return null;
  const { user } = body;
  return typeof user === 'object' && user !== null && 'id' in user ? String(user.id) : null;
}

function event(at: string, actor: string | null, name: 'signed-in' | 'sign-in-refused') {
  return audit({ at, actor, event: name, organisation: null, subject: actor });
}
