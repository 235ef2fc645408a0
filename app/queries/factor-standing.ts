// Where somebody stands with the second factor that their roles need.
import type { Actor } from '#app/domain/policy/actor.ts';
import {
  factorStanding,
  type FactorStanding,
  needsSecondFactor,
} from '#app/domain/policy/second-factor.ts';
import { usedProvider } from '#app/domain/policy/provider.ts';
import type { Services } from '#app/services.server.ts';
import { listOrganisationsWithSecondFactor, loadAccountOf } from '#db/repositories/security.ts';

type Given = Pick<Services, 'engine' | 'config' | 'clock'>;

/** Whether this person needs a second factor. */
export async function isFactorNeeded(
  { engine, config }: Given,
  { memberships }: Pick<Actor, 'memberships'>,
): Promise<boolean> {
  if (!config.secondFactor.required) return false;
  const organisations = await listOrganisationsWithSecondFactor(engine.db);
  return needsSecondFactor(memberships, { ...config.secondFactor, organisations });
}

/** What they have to do, and by when, in a session that was begun by this method. */
export async function factorStandingOf(
  services: Given,
  actor: Actor,
  method = 'password',
): Promise<FactorStanding> {
  // The provider has proved two factors for this session.
  if (usedProvider(method)?.twoFactors === true) return { kind: 'fine' };
  const needed = await isFactorNeeded(services, actor);
  const account = needed ? await loadAccountOf(services.engine.db, actor.id) : null;
  return factorStanding({
    needed,
    has: account !== null && (account.sealedSecret !== null || account.passkeys > 0),
    dueAt: account?.factorDueAt ?? null,
    now: services.clock().toISOString(),
  });
}
