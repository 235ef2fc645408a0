// Asks a signed-in person once more who they are, before a step that must be theirs alone: by password, and the
// code where the account has an authenticator; or by a passkey or at their provider, some minutes ago. Wrong
// tries count for this session alone, so that whoever has stolen one keeps only themselves waiting.
import type { Actor } from '#app/domain/policy/actor.ts';
import { checkPasswordProof } from '#app/domain/policy/own-factor.ts';
import { checkOwner } from '#app/domain/policy/provider-link.ts';
import { isStillConfirmed, type PasskeyAnswer, type Proof } from '#app/domain/policy/proof.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { BusyProblem } from '#app/identity-ports.ts';
import type { Services } from '#app/services.server.ts';
import { type Account, loadAccountOf } from '#db/repositories/accounts/sign-in-accounts.ts';
import { loadSession, unconfirmSession } from '#db/repositories/accounts/session-rows.ts';
import { Conflict } from '#db/store.ts';
import { codeIsRight } from './code-is-right.ts';
import { openGate, countGuess, forgiven, type GateProblem, type Guess } from './guessing-gate.ts';
import { checkedPasskey, type PasskeyProblem } from './sign-in-passkey.ts';

export type ConfirmProblem =
  | BusyProblem
  | GateProblem
  | PasskeyProblem
  | { readonly code: 'password-wrong' }
  | { readonly code: 'code-wrong' }
  /** The account has no password, or a passkey and no authenticator: those confirm it, or the provider. */
  | { readonly code: 'confirm-first' };

type Given = Pick<
  Services,
  'engine' | 'auth' | 'clock' | 'config' | 'passwordTurn' | 'authenticators' | 'passkeys'
>;

/** Whether it is the actor. */
export async function confirmIdentity(
  services: Given,
  actor: Actor,
  proof: Proof,
): Promise<Result<null, ConfirmProblem>> {
  const { code = '', session = '' } = proof;
  if (await usesConfirmation(services, actor, session)) return ok(null);
  if (proof.passkey != null) return passkeyIsTheirs(services, actor, proof.passkey);
  const asked = checkPasswordProof(await loadAccountOf(services.engine.db, actor.id), code);
  if (!asked.ok) return asked;
  const { account, asksCode } = asked.value;
  const password = await passwordIsRight(services, account, proof);
  if (!password.ok || !asksCode) return password;
  return codeIsRight(services, account, { code, from: `session ${session}` });
}

/** Uses up what a passkey or a provider has confirmed in the last minutes. */
async function usesConfirmation(
  { engine, clock }: Given,
  actor: Actor,
  session: string,
): Promise<boolean> {
  const found = await loadSession(engine.db, session);
  const at = found?.confirmedAt ?? null;
  if (found?.userId !== actor.id || at === null) return false;
  if (!isStillConfirmed(Date.parse(at), clock().getTime())) return false;
  try {
    await engine.commit([unconfirmSession(session, at)]);
    return true;
  } catch (error) {
    // Named recovery: another request of the same session has just used it.
    if (error instanceof Conflict) return false;
    throw error;
  }
}

async function passkeyIsTheirs(
  services: Given,
  actor: Actor,
  given: PasskeyAnswer,
): Promise<Result<null, PasskeyProblem>> {
  const checked = await checkedPasskey(services, given);
  if (!checked.ok) return checked;
  const own = checkOwner(checked.value.passkey, actor.id, 'passkey-wrong');
  if (!own.ok) return own;
  try {
    await services.engine.commit(checked.value.writes);
    return ok(null);
  } catch (error) {
    // Named recovery: the same answer was used before.
    if (error instanceof Conflict) return refused({ code: 'passkey-wrong' });
    throw error;
  }
}

async function passwordIsRight(
  services: Given,
  account: Account,
  { password, session = '' }: Proof,
): Promise<Result<null, ConfirmProblem>> {
  const { engine, auth, clock, passwordTurn } = services;
  const device = `session ${session}`;
  const guess: Guess = {
    of: 'password',
    account: account.email,
    address: '',
    device,
    signedIn: true,
  };
  const asker = { account: account.email, address: null, known: true };
  const turn = await passwordTurn(asker, async (): Promise<Result<null, ConfirmProblem>> => {
    const open = await openGate(services, guess);
    if (!open.ok) return open;
    const at = clock().toISOString();
    await countGuess(services, guess, at);
    const { password: hasher } = await auth.$context;
    const right = await hasher.verify({ hash: account.passwordHash ?? '', password });
    if (!right) return refused({ code: 'password-wrong' });
    await engine.commit(forgiven(guess, at));
    return ok(null);
  });
  return turn.ok ? turn.value : turn;
}
