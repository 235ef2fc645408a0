// Gives somebody a role from the command line, for installations that send no mail: whoever has the server has
// everything, and the trail says that it was the operator. Roles that do not go together are refused here, too.
import {
  BODY_ROLES,
  type Membership,
  ORGANISATION_ROLES,
  type Role,
} from '#app/domain/policy/actor.ts';
import { OPERATOR } from '#app/domain/policy/people.ts';
import { checkNewRole, type RoleHeld } from '#app/domain/policy/role-given.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { findPersonByEmail } from '#db/repositories/accounts/sign-in-rows.ts';
import { listOrganisations, loadOrganisation } from '#db/repositories/people/places.ts';
import { audit } from '#db/repositories/audit.ts';
import { insertMembership, loadMemberships } from '#db/repositories/people/roles.ts';
import { createPerson, type CreatePersonProblem } from '#app/use-cases/accounts/create-person.ts';
import { canonicalEmail } from '#app/use-cases/accounts/sign-in.ts';

export type GiveRoleCommand = {
  readonly name: string;
  readonly email: string;
  readonly role: string;
  /** An id, an ODS code or a name; undefined = a role of the awarding body. */
  readonly organisation: string | undefined;
  /** An id or a name; undefined = the whole organisation. */
  readonly department: string | undefined;
};

export type GiveRoleProblem =
  | CreatePersonProblem
  | { readonly code: 'no-such-role'; readonly roles: readonly string[] }
  | { readonly code: 'no-such-organisation' }
  | { readonly code: 'no-such-department' }
  | RoleHeld;

type Given = Pick<Services, 'engine' | 'clock' | 'newId'>;

/** The person, whose account is made where there is none. */
export async function giveRoleByHand(
  services: Given,
  command: GiveRoleCommand,
): Promise<Result<{ id: string; email: string }, GiveRoleProblem>> {
  const { engine, clock, newId } = services;
  const placed = await membershipOf(services, command);
  if (!placed.ok) return placed;
  const membership = placed.value;
  const email = canonicalEmail(command.email);
  const known = await findPersonByEmail(engine.db, email);
  if (known === null) {
    return createPerson(services, { ...command, memberships: [membership] }, OPERATOR);
  }
  const held = await loadMemberships(engine.db, known.id);
  const may = checkNewRole(held, membership);
  if (!may.ok) return may;
  const { role, organisation, department } = membership;
  await engine.commit([
    insertMembership({
      id: newId(),
      userId: known.id,
      role,
      organisationId: organisation,
      departmentId: department,
    }),
    audit({
      at: clock().toISOString(),
      actor: null,
      event: 'role-added',
      organisation,
      subject: known.id,
      details: { role, by: OPERATOR },
    }),
  ]);
  return ok({ id: known.id, email });
}

async function membershipOf(
  { engine }: Given,
  { role: wanted, organisation, department }: GiveRoleCommand,
): Promise<Result<Membership, GiveRoleProblem>> {
  const roles: readonly Role[] = organisation === undefined ? BODY_ROLES : ORGANISATION_ROLES;
  const role = roles.find((known) => known === wanted);
  if (role === undefined) return refused({ code: 'no-such-role', roles });
  if (organisation === undefined) return ok({ role, organisation: null, department: null });
  const all = await listOrganisations(engine.db);
  const place = all.find(({ id, name, odsCode }) => [id, name, odsCode].includes(organisation));
  const found = place === undefined ? null : await loadOrganisation(engine.db, place.id);
  if (found === null) return refused({ code: 'no-such-organisation' });
  const { id } = found.organisation;
  if (department === undefined) return ok({ role, organisation: id, department: null });
  const inside = found.departments.find((one) => [one.id, one.name].includes(department));
  return inside === undefined
    ? refused({ code: 'no-such-department' })
    : ok({ role, organisation: id, department: inside.id });
}
