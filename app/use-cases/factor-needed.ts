// Whether somebody needs a second factor, by the roles that they hold at this very moment.
import type { Membership } from '#app/domain/policy/actor.ts';
import { needsSecondFactor } from '#app/domain/policy/second-factor.ts';
import type { Services } from '#app/services.server.ts';
import { listOrganisationsWithSecondFactor } from '#db/repositories/sign-in-accounts.ts';

/** Whether these roles need one. */
export async function isFactorNeeded(
  { engine, config }: Pick<Services, 'engine' | 'config'>,
  memberships: readonly Membership[],
): Promise<boolean> {
  const organisations = await listOrganisationsWithSecondFactor(engine.db);
  return needsSecondFactor(memberships, { ...config.secondFactor, organisations });
}
