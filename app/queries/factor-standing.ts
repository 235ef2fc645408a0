// Where somebody stands with the second factor that their roles need.
import type { Actor } from '#app/domain/policy/actor.ts';
import {
  factorStanding,
  type FactorStanding,
  needsSecondFactor,
} from '#app/domain/policy/second-factor.ts';
import { usedProvider } from '#app/domain/policy/provider.ts';
import type { Services } from '#app/services.server.ts';
import {
  listOrganisationsWithSecondFactor,
  loadAccountOf,
} from '#db/repositories/sign-in-accounts.ts';

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

/** How and when (ISO 8601 UTC) the session began in which somebody asks. */
type Begun = { readonly method?: string; readonly since?: string };

/** What they have to do, and by when, in a session that began so; in one that begins now without it. */
export async function factorStandingOf(
  services: Given,
  actor: Actor,
  { method = 'password', since = services.clock().toISOString() }: Begun = {},
): Promise<FactorStanding> {
  // The provider has proved two factors for this session.
  if (usedProvider(method)?.twoFactors === true) return { kind: 'fine' };
  const needed = await isFactorNeeded(services, actor);
  const account = needed ? await loadAccountOf(services.engine.db, actor.id) : null;
  if (account === null) return { kind: 'fine' };
  const { sealedSecret, passkeys, factorDueAt: dueAt } = account;
  return factorStanding({ needed, has: sealedSecret !== null || passkeys > 0, dueAt, since });
}
