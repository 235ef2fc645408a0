// Closes an account, and opens it again; for charter administrators. What its person wrote, signed and
// decided stays. Nobody signs in to it, its sessions end in the same commit, and no mail goes to it.
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayAdminister } from '#app/domain/policy/administration.ts';
import { checkOther } from '#app/domain/policy/people.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { closeAccountRow, openAccountRow } from '#db/repositories/accounts/account-security.ts';
import {
  deleteSessionsOf,
  loadPerson,
  type Person,
} from '#db/repositories/accounts/sign-in-rows.ts';
import { audit } from '#db/repositories/audit.ts';
import { revokeInvitationsTo } from '#db/repositories/people/invitation-rows.ts';
import { isAdministering, whileAdministering } from '#db/repositories/people/keepers.ts';
import { queueLetter } from '#db/repositories/letters/outbox-rows.ts';
import { expirePasswordLinks } from '#db/repositories/accounts/password-links.ts';
import { loadMemberships } from '#db/repositories/people/roles.ts';
import { Conflict, type Write } from '#db/store.ts';
import { accountWords } from '#words/people/role-letters.ts';
import { keepersOf, otherAdministrators } from './tell-keepers.ts';
import { letterOf } from '#words/letters/letter.ts';

export type AccountProblem =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'not-found' }
  | { readonly code: 'own-account' }
  /** It is closed, or open, already. */
  | { readonly code: 'account-as-asked' };

type Given = Pick<Services, 'engine' | 'clock' | 'newId' | 'config'>;
type Change = 'closed' | 'opened';

/** Closes the account of somebody else. */
export async function closeAccount(
  services: Given,
  actor: Actor,
  { person }: { readonly person: string },
): Promise<Result<null, AccountProblem>> {
  return change(services, { actor, id: person, what: 'closed' }, (found, at) => [
    closeAccountRow(found.id, { at, actor: actor.id }),
    deleteSessionsOf(found.id),
    expirePasswordLinks(found.id, at),
    revokeInvitationsTo(found.email, at),
  ]);
}

/** Opens a closed account of somebody else again, with the roles that it has. */
export async function openAccount(
  services: Given,
  actor: Actor,
  { person }: { readonly person: string },
): Promise<Result<null, AccountProblem>> {
  return change(services, { actor, id: person, what: 'opened' }, (found) => [
    openAccountRow(found.id),
  ]);
}

async function change(
  services: Given,
  { actor, id, what }: { readonly actor: Actor; readonly id: string; readonly what: Change },
  writesFor: (person: Person, at: string) => readonly Write[],
): Promise<Result<null, AccountProblem>> {
  const { engine, clock } = services;
  if (!mayAdminister(actor, 'close-accounts')) return refused({ code: 'not-allowed' });
  const other = checkOther(actor, id, 'own-account');
  if (!other.ok) return other;
  const person = await loadPerson(engine.db, id);
  if (person === null) return refused({ code: 'not-found' });
  const at = clock().toISOString();
  try {
    await engine.commit([
      // Nobody closes their own account, so an open one that administers is left.
      whileAdministering(actor.id),
      ...writesFor(person, at),
      ...(await letters(services, { actor, person, what, at })),
      audit({ at, actor: actor.id, event: `account-${what}`, organisation: null, subject: id }),
    ]);
    return ok(null);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    // Named recovery: somebody did the same meanwhile, or took away what lets this person do it.
    const still = await isAdministering(engine.db, actor.id);
    return refused({ code: still ? 'account-as-asked' : 'not-allowed' });
  }
}

type Told = {
  readonly actor: Actor;
  readonly person: Person;
  readonly what: Change;
  readonly at: string;
};

/** To the owner, to those who answer for their organisations, and to the other administrators. */
async function letters(services: Given, told: Told): Promise<readonly Write[]> {
  const { db } = services.engine;
  const { actor, person } = told;
  const held = await loadMemberships(db, person.id);
  const places = new Set(held.flatMap(({ organisation }) => organisation ?? []));
  const nearby = await Promise.all(
    [...places].map((organisation) => keepersOf(services, organisation)),
  );
  const body = held.some(({ organisation }) => organisation === null)
    ? await otherAdministrators(services, actor.id)
    : [];
  const addresses = new Set([
    person.email,
    ...[...nearby.flat(), ...body].map(({ email }) => email),
  ]);
  return [...addresses].map((email) => letter(services, told, email));
}

function letter(services: Given, { actor, person, what, at }: Told, email: string): Write {
  const { config, newId } = services;
  const own = email === person.email;
  return queueLetter(
    newId(),
    letterOf({
      key: `account-${what} ${newId()}`,
      recipient: email,
      ...accountWords({ what, by: actor.name, person, own, contact: config.contact }),
    }),
    at,
  );
}
