// The roles that somebody holds at this very moment: what every request is decided by.
import type { Actor, Membership } from '#app/domain/policy/actor.ts';
import type { Services } from '#app/services.server.ts';
import { findPersonByEmail } from '#db/repositories/accounts/sign-in-rows.ts';
import { loadMemberships, loadOpenMemberships } from '#db/repositories/people/roles.ts';

/** Empty for somebody whose last role was taken away, or whose account is closed. */
export async function membershipsOf(
  { engine }: Pick<Services, 'engine'>,
  userId: string,
): Promise<readonly Membership[]> {
  return loadOpenMemberships(engine.db, userId);
}

/** The person with this canonical address and the roles they hold; null = nobody. */
export async function actorByEmail(
  { engine }: Pick<Services, 'engine'>,
  email: string,
): Promise<Actor | null> {
  const person = await findPersonByEmail(engine.db, email);
  return person && { ...person, memberships: await loadMemberships(engine.db, person.id) };
}
