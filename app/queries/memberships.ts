// The roles that somebody holds at this very moment: what every request is decided by.
import type { Membership } from '#app/domain/policy/actor.ts';
import type { Services } from '#app/services.server.ts';
import { loadMemberships } from '#db/repositories/people.ts';

/** Empty for somebody whose last role was taken away. */
export function membershipsOf(
  { engine }: Pick<Services, 'engine'>,
  userId: string,
): Promise<readonly Membership[]> {
  return loadMemberships(engine.db, userId);
}
