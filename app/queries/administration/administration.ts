// The pages of a charter administrator: organisations, departments, people and roles; never a draft.
import { lettersGoOut } from '#app/domain/letters/goes-out.ts';
import { type Actor, isAdministrator, roleText } from '#app/domain/policy/actor.ts';
import type { Services } from '#app/services.server.ts';
import { loadAccountSecurity } from '#db/repositories/accounts/account-security.ts';
import { loadPerson } from '#db/repositories/accounts/sign-in-rows.ts';
import {
  isEmptyOrganisation,
  listOrganisations,
  listRoles,
  listRolesOf,
  loadOrganisation,
} from '#db/repositories/people/places.ts';
import { listOpenInvitations } from '#db/repositories/people/invitation-rows.ts';
import { countWaitingLetters } from '#db/repositories/letters/letters-to-send.ts';
import { listWaitingChanges } from '#db/repositories/people/role-changes.ts';
import { shownInvitation } from '#app/queries/assessment/team-page.ts';

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
    contact: found.organisation.contactEmail,
    departments,
    people: peopleOf(await listRoles(engine.db, id), names),
  };
}

/** One person with their roles; null where there is none, or for anyone else. */
export async function personPage(
  services: Pick<Services, 'engine' | 'config'>,
  actor: Actor,
  id: string,
) {
  const { engine } = services;
  if (!isAdministrator(actor)) return null;
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

/** Leads and invitations of an organisation; null where there is none, or for anyone else. */
export async function organisationInvitations(
  services: Pick<Services, 'engine' | 'clock' | 'config'>,
  actor: Actor,
  id: string,
) {
  const { engine, clock } = services;
  if (!isAdministrator(actor)) return null;
  const found = await loadOrganisation(engine.db, id);
  if (found === null) return null;
  const at = clock().toISOString();
  const open = await listOpenInvitations(engine.db, id, at);
  const isEmpty = (except?: string) =>
    isEmptyOrganisation(engine.db, { organisation: id, at, ...(except ? { except } : {}) });
  const waiting = await listWaitingChanges(engine.db, id);
  const roles = await listRoles(engine.db, id);
  const departments = new Map(found.departments.map((one) => [one.id, one.name]));
  return {
    id,
    sends: lettersGoOut(services.config),
    /** Nobody is there yet, so the first lead is invited. */
    empty: await isEmpty(),
    waiting: waiting.map(({ change, department, askedBy }) => ({
      id: change.id,
      email: change.email,
      reason: change.reason,
      effectiveAt: change.effectiveAt,
      department,
      askedBy,
    })),
    name: found.organisation.name,
    /** By name alone; whoever keeps the organisation has their addresses. */
    leads: roles
      .filter(({ membership }) => membership.role === 'assessment-lead')
      .map(({ membership, name }) => ({
        id: membership.id,
        name,
        department: departments.get(membership.departmentId ?? '') ?? null,
      })),
    departments: found.departments.map((one) => ({ id: one.id, name: one.name })),
    invitations: await Promise.all(
      open.map(async ({ invitation, department }) => ({
        ...shownInvitation(actor, invitation, { empty: await isEmpty(invitation.id) }),
        department,
      })),
    ),
  };
}

type Listed = Awaited<ReturnType<typeof listRoles>>;

/** Each of them once, with all their roles and where they hold them. */
export function peopleOf(listed: Listed, departments: ReadonlyMap<string, string>) {
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
