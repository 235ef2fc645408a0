// One person as a charter administrator sees them.
import { lettersGoOut } from '#app/domain/letters/goes-out.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayAdminister } from '#app/domain/policy/administration.ts';
import { roleText } from '#words/people/role-text.ts';
import type { Services } from '#app/services.server.ts';
import { loadAccountSecurity } from '#db/repositories/accounts/account-security.ts';
import { loadPerson } from '#db/repositories/accounts/sign-in-rows.ts';
import { listRolesOf } from '#db/repositories/people/places.ts';

/** One person with their roles; null where there is none, or for anyone else. */
export async function personPage(
  services: Pick<Services, 'engine' | 'config'>,
  actor: Actor,
  id: string,
) {
  const { engine } = services;
  if (!mayAdminister(actor, 'read-people')) return null;
  const person = await loadPerson(engine.db, id);
  if (person === null) return null;
  const roles = await listRolesOf(engine.db, id);
  const security = await loadAccountSecurity(engine.db, id);
  return {
    id,
    own: id === actor.id,
    closedAt: security?.closedAt ?? null,
    lastSignInAt: security?.lastSignInAt ?? null,
    sends: lettersGoOut(services.config),
    name: person.name,
    email: person.email,
    roles: roles.map(({ membership, organisation, department }) => ({
      id: membership.id,
      text: [roleText(membership.role), department, organisation].filter(Boolean).join(', '),
    })),
  };
}
