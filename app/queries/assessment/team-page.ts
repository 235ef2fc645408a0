// The team of a department: who has which role, who has been invited, and who writes which criteria.
import { applyingCriteria } from '#app/domain/scoring/applying.ts';
import { isAnsweredByOrganisation } from '#app/doors/of-organisation.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { roleText } from '#words/people/role-text.ts';
import { isOpenFor, mayWithAssessment, WRITERS } from '#app/domain/policy/assessment.ts';
import { invitable, keeps } from '#app/domain/policy/invitation.ts';
import { stateOf } from '#app/domain/submission/life.ts';
import type { AssessmentView } from '#app/doors/assessment-view.ts';
import { shownInvitation } from '#app/queries/people/shown-invitation.ts';
import type { Services } from '#app/services.server.ts';
import { listRoles } from '#db/repositories/people/places.ts';
import { listAssignments } from '#db/repositories/assessment/assignments.ts';
import { listOpenInvitations } from '#db/repositories/people/invitation-rows.ts';

/** The page as this person may see it: addresses and invitations are for those who invite. */
export async function teamPage(
  { engine, clock }: Pick<Services, 'engine' | 'clock'>,
  actor: Actor,
  view: AssessmentView,
) {
  const { place, charter } = view;
  const mayAddPeople = invitable(actor, place).length > 0;
  const assigned = await listAssignments(engine.db, view.id);
  const people = peopleIn(await listRoles(engine.db, place.organisation), place.department);
  const open = mayAddPeople
    ? await listOpenInvitations(engine.db, place.organisation, clock().toISOString())
    : [];
  return {
    id: view.id,
    department: view.department,
    mayInvite: mayAddPeople,
    mayAssign:
      isOpenFor('assign', stateOf(view.state)) && mayWithAssessment(actor, 'assign', place),
    roles: invitable(actor, place),
    /** Whether they look after the people of the whole organisation, too. */
    keeps: keeps(actor, place.organisation) ? place.organisation : null,
    people: people.map((person) => ({
      ...person,
      email: mayAddPeople ? person.email : null,
      criteria: assigned
        .filter(({ userId }) => userId === person.id && person.writes)
        .map(({ criterion }) => criterion),
    })),
    invitations: open
      .filter(({ invitation }) => invitation.departmentId === place.department)
      .map(({ invitation }) => shownInvitation(actor, invitation)),
    sections: charter.sections.map(({ id, title, criteria }) => ({
      id,
      title,
      criteria: criteria.map((criterion) => ({ id: criterion.id, title: criterion.title })),
    })),
    unassigned: applyingCriteria(charter, view.answerSet)
      .map(({ id }) => id)
      .filter((id) => !isAnsweredByOrganisation(view, id))
      .filter((id) => !assigned.some(({ criterion }) => criterion === id)),
  };
}

export type TeamPage = Awaited<ReturnType<typeof teamPage>>;

type Listed = Awaited<ReturnType<typeof listRoles>>;

/** The people with a role in the department or in its whole organisation, each once. */
function peopleIn(listed: Listed, department: string) {
  const near = listed.filter(
    ({ membership }) => membership.departmentId === null || membership.departmentId === department,
  );
  const known: readonly string[] = WRITERS;
  return [...new Set(near.map(({ membership }) => membership.userId))].flatMap((id) => {
    const held = near.filter(({ membership }) => membership.userId === id);
    const [first] = held;
    if (first === undefined) return [];
    const roles = held.map(({ membership }) => membership.role);
    return [
      {
        id,
        name: first.name,
        email: first.email,
        roles: [...new Set(roles.map(roleText))].join(', '),
        writes: roles.some((role) => known.includes(role)),
      },
    ];
  });
}
