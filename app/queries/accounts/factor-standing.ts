// Where somebody stands with the second factor that their roles need.
import type { Actor } from '#app/domain/policy/actor.ts';
import { factorStanding, type FactorStanding } from '#app/domain/policy/second-factor.ts';
import { usedProvider } from '#app/domain/policy/provider.ts';
import type { Services } from '#app/services.server.ts';
import { isFactorNeeded, loadAccountOf } from '#db/repositories/accounts/sign-in-accounts.ts';

type Given = Pick<Services, 'engine' | 'config' | 'clock'>;

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
  const { engine, config } = services;
  const needed = await isFactorNeeded(engine.db, actor.memberships, config.secondFactor);
  const account = needed ? await loadAccountOf(engine.db, actor.id) : null;
  if (account === null) return { kind: 'fine' };
  const { sealedSecret, passkeys, factorDueAt: dueAt } = account;
  return factorStanding({ needed, has: sealedSecret !== null || passkeys > 0, dueAt, since });
}
