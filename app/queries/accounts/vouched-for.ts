// A session that a provider has opened is worth nothing beyond what that provider may vouch for: it ends when its
// person is given a role elsewhere, and when the provider is taken away.
import type { Actor } from '#app/domain/policy/actor.ts';
import { BODY_PROVIDER, usedProvider, vouchesFor } from '#app/domain/policy/provider.ts';
import type { Services } from '#app/services.server.ts';
import { loadProvider } from '#db/repositories/accounts/providers.ts';

/** Whether a session that was begun by this method may stand for all that its person may do now. */
export async function isVouchedFor(
  { engine, config }: Pick<Services, 'engine' | 'config'>,
  { memberships }: Pick<Actor, 'memberships'>,
  method: string,
): Promise<boolean> {
  const used = usedProvider(method);
  if (used === null) return true;
  if (used.provider === BODY_PROVIDER) {
    return config.providers.body !== null && vouchesFor(memberships, null);
  }
  const provider = await loadProvider(engine.db, used.provider);
  return provider !== null && vouchesFor(memberships, provider.organisationId);
}
