// One's own account: who one is here, how one signs in, and where one is signed in.
import { roleText } from '#words/people/role-text.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import type { Services } from '#app/services.server.ts';
import { listRolesOf } from '#db/repositories/people/places.ts';
import { listPasskeys } from '#db/repositories/accounts/passkey-rows.ts';
import { loadFactorReset } from '#db/repositories/accounts/factor-resets.ts';
import {
  countRecoveryCodes,
  isFactorNeeded,
  loadAccountOf,
  loadAuthenticator,
} from '#db/repositories/accounts/sign-in-accounts.ts';
import { listSessions } from '#db/repositories/accounts/session-rows.ts';
import { ownProvider } from './own-provider.ts';
import { factorStandingOf } from './factor-standing.ts';

type Given = Pick<Services, 'engine' | 'config' | 'clock'>;

/** What the page of the account shows. */
export async function accountPage(services: Given, actor: Actor) {
  const { db } = services.engine;
  const account = await loadAccountOf(db, actor.id);
  const roles = await listRolesOf(db, actor.id);
  return {
    name: actor.name,
    email: actor.email,
    hasPassword: account?.passwordHash != null,
    provider: await ownProvider(services, actor),
    authenticator: account?.sealedSecret != null,
    passkeys: account?.passkeys ?? 0,
    sessions: (await liveSessions(services, actor)).length,
    needed: await isFactorNeeded(db, actor.memberships, services.config.secondFactor),
    standing: await factorStandingOf(services, actor),
    reset: await loadFactorReset(db, actor.id),
    roles: roles.map(({ membership, organisation, department }) => ({
      role: roleText(membership.role),
      place: [department, organisation].filter((part) => part !== null).join(', '),
    })),
  };
}

/** The second factor: what is in use, what is being set up, what is left of the recovery codes. */
export async function secondFactorPage(
  { engine, authenticators, ...services }: Given & Pick<Services, 'authenticators'>,
  actor: Actor,
) {
  const given = { engine, ...services };
  const there = await loadAuthenticator(engine.db, actor.id);
  const state = there === null ? 'none' : there.confirmedAt === null ? 'being-set-up' : 'in-use';
  const shown =
    there !== null && state === 'being-set-up'
      ? authenticators.shown(there.sealedSecret, actor)
      : null;
  return {
    state: state === 'being-set-up' && shown === null ? ('none' as const) : (state as State),
    shown,
    codesLeft: await countRecoveryCodes(engine.db, actor.id),
    passkeys: (await listPasskeys(engine.db, actor.id)).length,
    needed: await isFactorNeeded(engine.db, actor.memberships, services.config.secondFactor),
    standing: await factorStandingOf(given, actor),
    reset: await loadFactorReset(engine.db, actor.id),
  };
}

type State = 'none' | 'being-set-up' | 'in-use';

/** One's own passkeys. */
export async function passkeysPage({ engine }: Pick<Services, 'engine'>, actor: Actor) {
  const all = await listPasskeys(engine.db, actor.id);
  return all.map(({ id, name, createdAt, lastUsedAt }) => ({ id, name, createdAt, lastUsedAt }));
}

/** Where one is signed in, the session used last first. */
export async function liveSessions(
  { engine, clock }: Pick<Services, 'engine' | 'clock'>,
  actor: Actor,
) {
  const now = clock().toISOString();
  const all = await listSessions(engine.db, actor.id);
  return all.filter(({ expiresAt }) => expiresAt > now);
}
