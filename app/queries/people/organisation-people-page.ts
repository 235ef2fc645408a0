// The people of an organisation, for those who answer for it or for one of its departments: who has which role
// near them, who is invited, whom the awarding body writes to, and what it wants to do.
import { ORGANISATION_PEOPLE } from '#words/people/people-pages.ts';
import { type Actor, KEEPING_ROLES, type OrganisationRole } from '#app/domain/policy/actor.ts';
import { invitable, keeps } from '#app/domain/policy/invitation.ts';
import { mayKeepProvider } from '#app/domain/policy/provider.ts';
import type { Services } from '#app/services.server.ts';
import { listRoles, loadOrganisation } from '#db/repositories/people/places.ts';
import { listOpenInvitations } from '#db/repositories/people/invitation-rows.ts';
import { listWaitingChanges } from '#db/repositories/people/role-changes.ts';
import { peopleOf } from './people-with-roles.ts';
import { shownInvitation } from './shown-invitation.ts';

/** The page as this person may see it; null for whoever does not answer for anything there. */
export async function organisationPeoplePage(
  { engine, clock }: Pick<Services, 'engine' | 'clock'>,
  actor: Actor,
  id: string,
) {
  const found = await loadOrganisation(engine.db, id);
  if (found === null || !keeps(actor, id)) return null;
  const { organisation, departments } = found;
  const sees = sightOf(actor, id);
  const names = new Map(departments.map((one) => [one.id, one.name]));
  const roles = await listRoles(engine.db, id);
  const open = await listOpenInvitations(engine.db, id, clock().toISOString());
  const waiting = await listWaitingChanges(engine.db, id);
  return {
    id,
    name: organisation.name,
    contact: organisation.contactEmail,
    /** Whether they see the people of some departments alone, beside those of the whole organisation. */
    partly: !departments.every((one) => sees(one.id)),
    keepsSignIn: mayKeepProvider(actor, id),
    people: peopleOf(
      roles.filter(({ membership }) => sees(membership.departmentId)),
      names,
    ),
    places: [null, ...departments.map((one) => one.id)]
      .map((department) => ({
        department,
        name: department === null ? ORGANISATION_PEOPLE.whole : (names.get(department) ?? ''),
        roles: invitable(actor, { organisation: id, department }),
      }))
      .filter((place) => place.roles.length > 0),
    invitations: open
      .filter(({ invitation }) => sees(invitation.departmentId))
      .map(({ invitation, department }) => ({
        ...shownInvitation(actor, invitation),
        department,
      })),
    waiting: waiting.map(({ change, department, askedBy }) => ({
      id: change.id,
      email: change.email,
      reason: change.reason,
      effectiveAt: change.effectiveAt,
      department,
      askedBy,
    })),
  };
}

export type OrganisationPeoplePage = NonNullable<
  Awaited<ReturnType<typeof organisationPeoplePage>>
>;

/** Which departments they see: all, or their own; everybody sees who is there for the whole organisation. */
function sightOf(actor: Actor, organisation: string): (department: string | null) => boolean {
  const keeping: readonly OrganisationRole[] = KEEPING_ROLES;
  const own = actor.memberships.filter(
    (held) => held.organisation === organisation && keeping.some((role) => role === held.role),
  );
  const all = own.some(({ department }) => department === null);
  return (department) =>
    all || department === null || own.some((held) => held.department === department);
}
