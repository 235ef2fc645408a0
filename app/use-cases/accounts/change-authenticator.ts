// Sets up an authenticator app and takes it away, for the person themself. Setting one up ends every other
// session: what was signed in with a password alone is worth nothing from then on.
import { changeSecurity } from '#db/repositories/accounts/account-security.ts';
import { randomInt } from 'node:crypto';
import type { Actor } from '#app/domain/policy/actor.ts';
import {
  checkBeginning,
  checkFactor,
  checkRemoving,
  checkUnconfirmed,
} from '#app/domain/policy/own-factor.ts';
import type { Proof } from '#app/domain/policy/proof.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import { cancelResetsOf } from '#db/repositories/accounts/factor-resets.ts';
import {
  confirmAuthenticator,
  deleteAuthenticator,
  isFactorNeeded,
  loadAccountOf,
  loadAuthenticator,
  putAuthenticator,
  replaceRecoveryCodes,
} from '#db/repositories/accounts/sign-in-accounts.ts';
import { endOtherSessions } from '#db/repositories/accounts/session-rows.ts';
import { Conflict, type Write } from '#db/store.ts';
import { type FactorChange, factorChangedWords } from '#words/accounts/security-letters.ts';
import type { OwnAccountProblem } from './own-account-problem.ts';
import { recoveryId } from './check-code.ts';
import { confirmIdentity, type ConfirmProblem } from './confirm-identity.ts';
import { securityLetter } from './security-letter.ts';

const RECOVERY_CODES = 10;
const LETTERS = '23456789abcdefghjkmnpqrstuvwxyz';

export type ChangeFactorProblem =
  | OwnAccountProblem
  | ConfirmProblem
  | { readonly code: 'code-wrong' };

/** A new key, encrypted, which counts once a code of it is typed. */
export async function beginAuthenticator(
  services: Services,
  actor: Actor,
  proof: Proof,
): Promise<Result<{ sealed: string }, ChangeFactorProblem>> {
  const { engine, authenticators, clock } = services;
  const there = await loadAuthenticator(engine.db, actor.id);
  const beginning = checkBeginning(there);
  if (!beginning.ok) return beginning;
  const confirmed = await confirmIdentity(services, actor, proof);
  if (!confirmed.ok) return confirmed;
  const { sealed } = authenticators.newKey(actor.id);
  const createdAt = clock().toISOString();
  const row = { userId: actor.id, sealedSecret: sealed, createdAt, confirmedAt: null, lastStep: 0 };
  try {
    await engine.commit([putAuthenticator(row)]);
    return ok({ sealed });
  } catch (error) {
    // Named recovery: another window has just confirmed one.
    if (error instanceof Conflict) return refused({ code: 'factor-there' });
    throw error;
  }
}

/** The recovery codes, which are shown once. */
export async function finishAuthenticator(
  services: Services,
  actor: Actor,
  { code, session }: { readonly code: string; readonly session: string },
): Promise<Result<readonly string[], ChangeFactorProblem>> {
  const { engine, authenticators, clock } = services;
  const begun = checkUnconfirmed(await loadAuthenticator(engine.db, actor.id));
  if (!begun.ok) return begun;
  const { sealedSecret } = begun.value;
  const typed = code.replaceAll(/\s/g, '');
  const key = { sealed: sealedSecret, userId: actor.id };
  const step = authenticators.stepOf(typed, key, clock().getTime());
  if (step === null) return refused({ code: 'code-wrong' });
  const at = clock().toISOString();
  const codes = newCodes();
  try {
    await engine.commit([
      confirmAuthenticator(actor.id, { sealedSecret, step, at }),
      ...codeWrites(services, { actor, codes, at }),
      ...factorChanged(services, actor, { at, what: 'authenticator-added', session }),
    ]);
    return ok(codes);
  } catch (error) {
    // Named recovery: another window confirmed it, or began anew.
    if (error instanceof Conflict) return refused({ code: 'nothing-to-confirm' });
    throw error;
  }
}

/** Takes the authenticator away; the last factor of somebody who needs one stays. */
export async function removeAuthenticator(
  services: Services,
  actor: Actor,
  proof: Proof,
): Promise<Result<null, ChangeFactorProblem>> {
  const account = await loadAccountOf(services.engine.db, actor.id);
  if (account?.sealedSecret == null) return refused({ code: 'no-factor' });
  const { engine, config } = services;
  const isNeeded = await isFactorNeeded(engine.db, actor.memberships, config.secondFactor);
  const removing = checkRemoving({ others: account.passkeys, isNeeded });
  if (!removing.ok) return removing;
  const confirmed = await confirmIdentity(services, actor, proof);
  if (!confirmed.ok) return confirmed;
  const at = services.clock().toISOString();
  await services.engine.commit([
    deleteAuthenticator(actor.id),
    ...(removing.value.isLast ? replaceRecoveryCodes(actor.id, [], at) : []),
    ...factorChanged(services, actor, {
      at,
      what: 'authenticator-removed',
      session: proof.session ?? '',
    }),
  ]);
  return ok(null);
}

/** New recovery codes in the place of the old ones, which are shown once. */
export async function renewRecoveryCodes(
  services: Services,
  actor: Actor,
  proof: Proof,
): Promise<Result<readonly string[], ChangeFactorProblem>> {
  const account = checkFactor(await loadAccountOf(services.engine.db, actor.id));
  if (!account.ok) return account;
  const confirmed = await confirmIdentity(services, actor, proof);
  if (!confirmed.ok) return confirmed;
  const at = services.clock().toISOString();
  const codes = newCodes();
  await services.engine.commit([
    ...codeWrites(services, { actor, codes, at }),
    ...told(services, actor, { at, what: 'recovery-codes-renewed' }),
  ]);
  return ok(codes);
}

/** Ten codes of ten characters, about 49 bits each. */
export function newCodes(): readonly string[] {
  return Array.from({ length: RECOVERY_CODES }, () =>
    Array.from({ length: 10 }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
  );
}

/** The codes take the place of all that were there. */
export function codeWrites(
  services: Pick<Services, 'config'>,
  { actor, codes, at }: { actor: Actor; codes: readonly string[]; at: string },
): readonly Write[] {
  const ids = codes.map((code) => recoveryId(services, actor.id, code));
  return replaceRecoveryCodes(actor.id, ids, at);
}

type Change = { readonly at: string; readonly what: FactorChange };

/** What goes with every change of a factor: other sessions end, the trail, and a letter to the owner. */
export function factorChanged(
  services: Pick<Services, 'config' | 'newId'>,
  actor: Actor,
  { session, ...change }: Change & { readonly session: string },
): readonly Write[] {
  return [
    changeSecurity(actor.id, { factorDueAt: null }),
    endOtherSessions(session, actor.id),
    // Whoever sets a factor up has a device: nothing of theirs is lost any more.
    ...(change.what.endsWith('-added')
      ? [cancelResetsOf(actor.id, { at: change.at, by: actor.id })]
      : []),
    ...told(services, actor, change),
  ];
}

function told(
  services: Pick<Services, 'config' | 'newId'>,
  actor: Actor,
  { at, what }: Change,
): readonly Write[] {
  return [
    audit({ at, actor: actor.id, event: what, organisation: null, subject: actor.id }),
    securityLetter(services, actor.email, {
      at,
      key: `${what} ${actor.id} ${at}`,
      ...factorChangedWords(what),
    }),
  ];
}
