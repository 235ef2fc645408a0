// Signs a person in by email address and password. A wrong address and a wrong password are the same
// answer in the same time; many failures mean a growing wait, which a right password does not shorten.
import { secondsToWait } from '#app/domain/policy/sign-in-delay.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import { countFailure, forgetFailures, loadFailures } from '#db/repositories/sign-in-failures.ts';

export type SignInCommand = {
  readonly email: string;
  readonly password: string;
  /** The network address that asks. */
  readonly address: string;
};

export type SignInProblem =
  { readonly code: 'wrong' } | { readonly code: 'wait'; readonly seconds: number };

/** The cookies of the new session, or why there is none. */
export async function signIn(
  services: Services,
  { email, password, address }: SignInCommand,
): Promise<Result<{ cookies: readonly string[] }, SignInProblem>> {
  const { engine, auth, clock } = services;
  const canonical = canonicalEmail(email);
  const keys = { account: `account ${canonical}`, address: `address ${address}` };
  const now = clock();
  const seconds = Math.max(
    secondsToWait('account', await loadFailures(engine.db, keys.account), now.getTime()),
    secondsToWait('address', await loadFailures(engine.db, keys.address), now.getTime()),
  );
  if (seconds > 0) return refused({ code: 'wait', seconds });
  const at = now.toISOString();
  // Counted before the password is looked at, so that many tries at once are all counted.
  await engine.commit([countFailure(keys.account, at), countFailure(keys.address, at)]);
  const answer = await auth.api.signInEmail({
    body: { email: canonical, password },
    headers: new Headers(),
    asResponse: true,
  });
  if (!answer.ok) {
    await engine.commit([event(at, null, 'sign-in-refused')]);
    return refused({ code: 'wrong' });
  }
  const body: unknown = await answer.clone().json();
  await engine.commit([
    forgetFailures(keys.account),
    forgetFailures(keys.address),
    event(at, userIdIn(body), 'signed-in'),
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
