// Says at the start which accounts both administer and hold another role, from before the two were kept apart.
// It is said again at each start until one of the two is taken away.
import { MIXED_ROLES } from '#words/people/together-problem.ts';
import type { Services } from '#app/services.server.ts';
import { listMixedAccounts } from '#db/repositories/people/keepers.ts';

/** How many there are. */
export async function logMixedRoles({
  engine,
  log,
}: Pick<Services, 'engine' | 'log'>): Promise<number> {
  const mixed = await listMixedAccounts(engine.db);
  for (const { id, roles } of mixed) {
    log('roles-to-settle', {
      person: id,
      roles,
      reason: MIXED_ROLES,
    });
  }
  return mixed.length;
}
