// What people change about their own account themselves: name, password, sessions.
import { tidy } from '#app/domain/field-problem.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import type { Proof } from '#app/domain/policy/proof.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { findPasswordAccount, updateName, updatePassword } from '#db/repositories/accounts.ts';
import { audit } from '#db/repositories/audit.ts';
import { expirePasswordLinks } from '#db/repositories/password-links.ts';
import { endOtherSessions, endSession } from '#db/repositories/sessions.ts';
import { Conflict } from '#db/store.ts';
import type { AccountProblem } from './account-problems.ts';
import { confirmIdentity, type ConfirmProblem } from './confirm-identity.ts';
import { securityLetter } from './security-letter.ts';
import { hashInTurn, type PasswordProblem, passwordProblem } from './set-password.ts';

const NAME_CHARACTERS = 200;

/** Another name for oneself; what was signed keeps the name as it was. */
export async function changeOwnName(
  { engine, clock }: Pick<Services, 'engine' | 'clock'>,
  actor: Actor,
  typed: string,
): Promise<Result<null, AccountProblem>> {
  const name = tidy(typed.replaceAll(/\s+/g, ' '));
  if (name === '' || name.length > NAME_CHARACTERS) {
    return refused({ code: 'name-wrong', most: NAME_CHARACTERS });
  }
  const at = clock().toISOString();
  await engine.commit([
    updateName(actor.id, name, at),
    audit({ at, actor: actor.id, event: 'name-changed', organisation: null, subject: actor.id }),
  ]);
  return ok(null);
}

/** Another password; every other session ends. */
export async function changeOwnPassword(
  services: Services,
  actor: Actor,
  { password, proof }: { readonly password: string; readonly proof: Proof },
): Promise<Result<null, ConfirmProblem | PasswordProblem>> {
  const { engine, clock } = services;
  const problem = await passwordProblem(services, password, actor);
  if (problem !== null) return refused(problem);
  const confirmed = await confirmIdentity(services, actor, proof);
  if (!confirmed.ok) return confirmed;
  const account = await findPasswordAccount(engine.db, actor.id);
  if (account === null) return refused({ code: 'confirm-first' });
  const hashed = await hashInTurn(services, { account: actor.email, password });
  if (!hashed.ok) return hashed;
  const at = clock().toISOString();
  await engine.commit([
    updatePassword(account, { hash: hashed.value, at }),
    expirePasswordLinks(actor.id, at),
    endOtherSessions(proof.session ?? '', actor.id),
    audit({
      at,
      actor: actor.id,
      event: 'password-changed',
      organisation: null,
      subject: actor.id,
    }),
    securityLetter(services, actor.email, {
      at,
      key: `password-changed ${actor.id} ${at}`,
      subject: 'The password of your account was changed',
      sentences: ['The password of your account was changed on the page of the account.'],
    }),
  ]);
  return ok(null);
}

/** Ends one of one's own sessions; one that has ended already has ended. */
export async function endOwnSession(
  { engine, clock }: Pick<Services, 'engine' | 'clock'>,
  actor: Actor,
  id: string,
): Promise<void> {
  const at = clock().toISOString();
  try {
    await engine.commit([
      endSession(id, actor.id),
      audit({ at, actor: actor.id, event: 'session-ended', organisation: null, subject: actor.id }),
    ]);
  } catch (error) {
    // Named recovery: no session of theirs has this id any more, so nothing happened that the trail would tell.
    if (!(error instanceof Conflict)) throw error;
  }
}

/** Ends every session of one's own but this one. */
export async function endOwnOtherSessions(
  { engine, clock }: Pick<Services, 'engine' | 'clock'>,
  actor: Actor,
  here: string,
): Promise<void> {
  const at = clock().toISOString();
  await engine.commit([
    endOtherSessions(here, actor.id),
    audit({ at, actor: actor.id, event: 'sessions-ended', organisation: null, subject: actor.id }),
  ]);
}
