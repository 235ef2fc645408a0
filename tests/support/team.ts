// A started assessment whose people have accounts and roles in the database, as mails and names need.
import type { Actor, Role } from '#app/domain/policy/actor.ts';
import { insertPerson } from '#db/repositories/accounts/sign-in-rows.ts';
import { insertMembership } from '#db/repositories/people/roles.ts';
import { outbox } from '#db/tables-together.ts';
import { personWith } from '#tests/support/services.ts';
import { startedAssessment } from '#tests/support/started-assessment.ts';

/** Lead, contributor, viewer and sponsor of `therapies`, and a lead of another organisation. */
export async function team() {
  const started = await startedAssessment();
  const { services, id } = started;
  const at = services.clock().toISOString();
  const join = async (name: string, role: Role, place: [string | null, string | null]) => {
    const actor: Actor = {
      ...personWith(role, ...place),
      id: name,
      name,
      email: `${name.split(' ')[0]}@team.example`.toLowerCase(),
    };
    await services.engine.commit([
      insertPerson({ id: actor.id, name, email: actor.email }, at),
      ...actor.memberships.map((membership) =>
        insertMembership({
          id: `${name} ${role}`,
          userId: actor.id,
          role: membership.role,
          organisationId: membership.organisation,
          departmentId: membership.department,
        }),
      ),
    ]);
    return actor;
  };
  const letters = async () => services.engine.db.select().from(outbox);
  return {
    services,
    assessmentId: id,
    trail: started.trail,
    letters,
    join,
    lead: await join('Niamh Lead', 'assessment-lead', ['north', 'therapies']),
    contributor: await join('Sian Contributor', 'contributor', ['north', 'therapies']),
    viewer: await join('Fatou Viewer', 'organisation-viewer', ['north', null]),
    sponsor: await join('Helen Sponsor', 'executive-sponsor', ['north', null]),
    stranger: await join('Ngozi Stranger', 'assessment-lead', ['south', 'pharmacy']),
  };
}
