// Takes roles away; for charter administrators. It holds from the person's next request, because roles are
// read anew each time (http/door/actor-of.ts), and those whom it concerns have a letter.
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayAdminister } from '#app/domain/policy/administration.ts';
import { checkTakingAway } from '#app/domain/policy/role-given.ts';
import { roleText, THE_BODY } from '#words/people/role-text.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { loadPerson, type Person } from '#db/repositories/accounts/sign-in-rows.ts';
import { deleteMembership, listRolesOf } from '#db/repositories/people/places.ts';
import { audit } from '#db/repositories/audit.ts';
import { isAdministering, whileAdministering } from '#db/repositories/people/keepers.ts';
import { Conflict, type Write } from '#db/store.ts';
import { roleRemovedWords } from '#words/people/role-letters.ts';
import { keepersOf, lettersTo, otherAdministrators } from './tell-keepers.ts';

export type RoleProblem =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'not-found' }
  /** Nobody could give roles any more. */
  | { readonly code: 'own-administration' };

type Given = Pick<Services, 'engine' | 'clock' | 'newId' | 'config'>;

/** Takes a role away; administrators cannot take away their own administration. */
export async function removeRole(
  services: Given,
  actor: Actor,
  { person: userId, membership: id }: { readonly person: string; readonly membership: string },
): Promise<Result<{ id: string }, RoleProblem>> {
  const { engine, clock } = services;
  if (!mayAdminister(actor, 'take-roles-away')) return refused({ code: 'not-allowed' });
  const person = await loadPerson(engine.db, userId);
  const held = await listRolesOf(engine.db, userId);
  const found = held.find(({ membership }) => membership.id === id);
  if (person === null || found === undefined) return refused({ code: 'not-found' });
  const { organisationId, role } = found.membership;
  const taking = checkTakingAway(actor, { person: userId, role });
  if (!taking.ok) return taking;
  const at = clock().toISOString();
  const writes = [
    deleteMembership(id, userId),
    ...(await letters(services, { actor, person, found })),
    audit({
      at,
      actor: actor.id,
      event: 'role-removed',
      organisation: organisationId,
      subject: userId,
      details: { role },
    }),
  ];
  return commitAsAdministrator(services, actor, { id, writes });
}

/** Nobody takes away their own administration, so somebody who administers is left. */
async function commitAsAdministrator(
  { engine }: Given,
  actor: Actor,
  { id, writes }: { readonly id: string; readonly writes: readonly Write[] },
): Promise<Result<{ id: string }, RoleProblem>> {
  try {
    await engine.commit([whileAdministering(actor.id), ...writes]);
    return ok({ id });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    // Named recovery: the role is gone already, or what lets this person take it away.
    const still = await isAdministering(engine.db, actor.id);
    return refused({ code: still ? 'not-found' : 'not-allowed' });
  }
}

type Removed = {
  readonly actor: Actor;
  readonly person: Person;
  readonly found: Awaited<ReturnType<typeof listRolesOf>>[number];
};

/** To the person, and to those who answer for the place. */
async function letters(
  services: Given,
  { actor, person, found }: Removed,
): Promise<readonly Write[]> {
  const { membership, organisation, department } = found;
  const { organisationId, role } = membership;
  const nearby =
    organisationId === null
      ? await otherAdministrators(services, actor.id)
      : await keepersOf(services, organisationId);
  const recipients = [person, ...nearby.filter(({ id }) => id !== person.id)];
  const place = [department, organisation ?? THE_BODY].filter(Boolean).join(', ');
  return lettersTo(services, recipients, {
    key: `role-removed ${membership.id}`,
    ...roleRemovedWords({
      by: actor.name,
      person,
      role: roleText(role),
      place,
      contact: services.config.contact,
    }),
  });
}
