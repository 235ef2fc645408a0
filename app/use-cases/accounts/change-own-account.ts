// What people change about their own account themselves: name, password, sessions.
import type { Actor } from '#app/domain/policy/actor.ts';
import { checkOwnName } from '#app/domain/policy/own-name.ts';
import type { Proof } from '#app/domain/policy/proof.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import {
  findPasswordAccount,
  updateName,
  updatePassword,
} from '#db/repositories/accounts/sign-in-rows.ts';
import { audit } from '#db/repositories/audit.ts';
import { expirePasswordLinks } from '#db/repositories/accounts/password-links.ts';
import { listNamesBeside } from '#db/repositories/people/roles.ts';
import { endOtherSessions, endSession } from '#db/repositories/accounts/session-rows.ts';
import { Conflict } from '#db/store.ts';
import { nameChanged, PASSWORD_CHANGED } from '#words/accounts/security-letters.ts';
import type { OwnAccountProblem } from './own-account-problem.ts';
import { confirmIdentity, type ConfirmProblem } from './confirm-identity.ts';
import { securityLetter } from './security-letter.ts';
import { hashInTurn, checkPassword, type PasswordProblem } from './set-password.ts';

/** Another name for oneself, of nobody beside them; what was signed keeps the name as it was. */
export async function changeOwnName(
  services: Services,
  actor: Actor,
  { name: typed, proof }: { readonly name: string; readonly proof: Proof },
): Promise<Result<null, OwnAccountProblem | ConfirmProblem>> {
  const { engine, clock } = services;
  const places = actor.memberships.map(({ organisation }) => organisation);
  const beside = await listNamesBeside(engine.db, actor.id, places);
  const checked = checkOwnName(typed, beside);
  if (!checked.ok) return checked;
  const name = checked.value;
  const confirmed = await confirmIdentity(services, actor, proof);
  if (!confirmed.ok) return confirmed;
  const at = clock().toISOString();
  await engine.commit([
    updateName(actor.id, name, at),
    audit({ at, actor: actor.id, event: 'name-changed', organisation: null, subject: actor.id }),
    securityLetter(services, actor.email, {
      at,
      key: `name-changed ${actor.id} ${at}`,
      ...nameChanged(name, actor.name),
    }),
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
  const strong = await checkPassword(services, password, actor);
  if (!strong.ok) return strong;
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
      ...PASSWORD_CHANGED,
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
