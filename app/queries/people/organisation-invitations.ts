// Who leads an organisation and who is invited, as a charter administrator sees it.
import { lettersGoOut } from '#app/domain/letters/goes-out.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayAdminister } from '#app/domain/policy/administration.ts';
import type { Services } from '#app/services.server.ts';
import { listOpenInvitations } from '#db/repositories/people/invitation-rows.ts';
import {
  isUnoccupied,
  listRoles,
  loadOccupied,
  loadOrganisation,
} from '#db/repositories/people/places.ts';
import { listWaitingChanges } from '#db/repositories/people/role-changes.ts';
import { shownInvitation } from './shown-invitation.ts';

/** Leads and invitations of an organisation; null where there is none, or for anyone else. */
export async function organisationInvitations(
  services: Pick<Services, 'engine' | 'clock' | 'config'>,
  actor: Actor,
  id: string,
) {
  const { engine, clock } = services;
  if (!mayAdminister(actor, 'read-invitations')) return null;
  const found = await loadOrganisation(engine.db, id);
  if (found === null) return null;
  const at = clock().toISOString();
  const open = await listOpenInvitations(engine.db, id, at);
  const occupied = await loadOccupied(engine.db, { organisation: id, at });
  const waiting = await listWaitingChanges(engine.db, id);
  const roles = await listRoles(engine.db, id);
  const departments = new Map(found.departments.map((one) => [one.id, one.name]));
  return {
    id,
    sends: lettersGoOut(services.config),
    /** Nobody is there yet, so the first lead is invited. */
    empty: isUnoccupied(occupied),
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
    invitations: open.map(({ invitation, department }) => ({
      ...shownInvitation(actor, invitation, { empty: isUnoccupied(occupied, invitation.id) }),
      department,
    })),
  };
}
