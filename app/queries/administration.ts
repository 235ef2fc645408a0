// The pages of a charter administrator: organisations, departments, people and roles; never a draft.
import { type Actor, isAdministrator, roleText } from '#app/domain/policy/actor.ts';
import type { Services } from '#app/services.server.ts';
import { loadPerson } from '#db/repositories/accounts.ts';
import {
  listOrganisations,
  listRoles,
  listRolesOf,
  loadOrganisation,
} from '#db/repositories/admin.ts';
import { listOpenInvitations } from '#db/repositories/invitations.ts';
import { countWaitingLetters } from '#db/repositories/letters.ts';
import { shownInvitation } from './team-page.ts';

type Given = Pick<Services, 'engine'>;

/** Organisations and the people of the awarding body; null for anyone else. */
export async function administrationPage({ engine }: Given, actor: Actor) {
  if (!isAdministrator(actor)) return null;
  return {
    organisations: (await listOrganisations(engine.db)).map(({ id, name }) => ({ id, name })),
    people: peopleOf(await listRoles(engine.db, null), new Map()),
    /** Letters that wait for a release since a backup was restored. */
    held: (await countWaitingLetters(engine.db)).held,
  };
}

/** One organisation with its departments and people; null where there is none, or for anyone else. */
export async function organisationPage({ engine }: Given, actor: Actor, id: string) {
  if (!isAdministrator(actor)) return null;
  const found = await loadOrganisation(engine.db, id);
  if (found === null) return null;
  const departments = found.departments.map((one) => ({ id: one.id, name: one.name }));
  const names = new Map(departments.map((one) => [one.id, one.name]));
  return {
    id,
    name: found.organisation.name,
    departments,
    people: peopleOf(await listRoles(engine.db, id), names),
  };
}

/** One person with their roles; null where there is none, or for anyone else. */
export async function personPage({ engine }: Given, actor: Actor, id: string) {
  if (!isAdministrator(actor)) return null;
  const person = await loadPerson(engine.db, id);
  if (person === null) return null;
  const roles = await listRolesOf(engine.db, id);
  return {
    id,
    name: person.name,
    email: person.email,
    roles: roles.map(({ membership, organisation, department }) => ({
      id: membership.id,
      text: [roleText(membership.role), department, organisation].filter(Boolean).join(', '),
    })),
  };
}

/** Invitations to an organisation that are open; null where there is none, or for anyone else. */
export async function organisationInvitations(
  { engine, clock }: Pick<Services, 'engine' | 'clock'>,
  actor: Actor,
  id: string,
) {
  if (!isAdministrator(actor)) return null;
  const found = await loadOrganisation(engine.db, id);
  if (found === null) return null;
  const open = await listOpenInvitations(engine.db, id, clock().toISOString());
  return {
    id,
    name: found.organisation.name,
    departments: found.departments.map((one) => ({ id: one.id, name: one.name })),
    invitations: open.map(({ invitation, department }) => ({
      ...shownInvitation(actor, invitation),
      department,
    })),
  };
}

type Listed = Awaited<ReturnType<typeof listRoles>>;

function peopleOf(listed: Listed, departments: ReadonlyMap<string, string>) {
  const ids = [...new Set(listed.map(({ membership }) => membership.userId))];
  return ids.flatMap((id) => {
    const held = listed.filter(({ membership }) => membership.userId === id);
    const [first] = held;
    if (first === undefined) return [];
    const roles = held.map(({ membership }) => {
      const department = departments.get(membership.departmentId ?? '');
      const role = roleText(membership.role);
      return department === undefined ? role : `${role} (${department})`;
    });
    return [{ id, name: first.name, email: first.email, roles: roles.join(', ') }];
  });
}
