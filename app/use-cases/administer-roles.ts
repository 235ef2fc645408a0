// Gives people roles and takes them away; for charter administrators. A change holds from the person's
// next request, because roles are read anew each time (http/actor.ts).
import {
  BODY_ROLES,
  type Actor,
  goTogether,
  isAdministrator,
  type Membership,
  ORGANISATION_ROLES,
} from '#app/domain/policy/actor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { loadPerson } from '#db/repositories/accounts.ts';
import { deleteMembership, listRolesOf, loadOrganisation } from '#db/repositories/admin.ts';
import { audit } from '#db/repositories/audit.ts';
import { insertMembership, loadMemberships } from '#db/repositories/people.ts';
import { isSameMembership } from './invite-person.ts';

export type RoleProblem =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'not-found' }
  /** The role does not fit its place: an organisation's role without one, or the other way round. */
  | { readonly code: 'role-elsewhere' }
  | { readonly code: 'role-held' }
  /** Nobody both administers and sits on panels. */
  | { readonly code: 'role-apart' }
  /** Nobody could give roles any more. */
  | { readonly code: 'own-administration' };

type Given = Pick<Services, 'engine' | 'clock' | 'newId'>;

/** Whether a role may stand at its place, and the place is there. */
export async function checkPlace(
  { engine }: Pick<Services, 'engine'>,
  { role, organisation, department }: Membership,
): Promise<RoleProblem | null> {
  const ofBody = BODY_ROLES.some((one) => one === role);
  if (ofBody) {
    return organisation === null && department === null ? null : { code: 'role-elsewhere' };
  }
  if (organisation === null || !ORGANISATION_ROLES.some((one) => one === role)) {
    return { code: 'role-elsewhere' };
  }
  const place = await loadOrganisation(engine.db, organisation);
  if (place === null) return { code: 'not-found' };
  const there = department === null || place.departments.some(({ id }) => id === department);
  return there ? null : { code: 'not-found' };
}

/** Adds a role to a person who has an account. */
export async function addRole(
  services: Given,
  actor: Actor,
  { person, membership }: { readonly person: string; readonly membership: Membership },
): Promise<Result<{ id: string }, RoleProblem>> {
  const { engine, clock, newId } = services;
  if (!isAdministrator(actor)) return refused({ code: 'not-allowed' });
  if ((await loadPerson(engine.db, person)) === null) return refused({ code: 'not-found' });
  const problem = await checkPlace(services, membership);
  if (problem !== null) return refused(problem);
  const { role, organisation, department } = membership;
  const held = await loadMemberships(engine.db, person);
  if (held.some((one) => isSameMembership(one, membership))) return refused({ code: 'role-held' });
  if (!goTogether([...held, membership])) return refused({ code: 'role-apart' });
  const id = newId();
  const at = clock().toISOString();
  await engine.commit([
    insertMembership({
      id,
      userId: person,
      role,
      organisationId: organisation,
      departmentId: department,
    }),
    audit({
      at,
      actor: actor.id,
      event: 'role-added',
      organisation,
      subject: person,
      details: { role },
    }),
  ]);
  return ok({ id });
}

/** Takes a role away; administrators cannot take away their own administration. */
export async function removeRole(
  { engine, clock }: Given,
  actor: Actor,
  { person, membership: id }: { readonly person: string; readonly membership: string },
): Promise<Result<{ id: string }, RoleProblem>> {
  if (!isAdministrator(actor)) return refused({ code: 'not-allowed' });
  const held = await listRolesOf(engine.db, person);
  const found = held.find(({ membership }) => membership.id === id)?.membership;
  if (found === undefined) return refused({ code: 'not-found' });
  if (person === actor.id && found.role === 'charter-administrator') {
    return refused({ code: 'own-administration' });
  }
  const at = clock().toISOString();
  await engine.commit([
    deleteMembership(id, person),
    audit({
      at,
      actor: actor.id,
      event: 'role-removed',
      organisation: found.organisationId,
      subject: person,
      details: { role: found.role },
    }),
  ]);
  return ok({ id });
}
