// A started assessment whose people have accounts and roles in the database, as mails and names need.
import type { Actor, Role } from '#app/domain/policy/actor.ts';
import type { Services } from '#app/services.server.ts';
import { insertPerson } from '#db/repositories/accounts/sign-in-rows.ts';
import { insertMembership } from '#db/repositories/people/roles.ts';
import { outbox } from '#db/tables-together.ts';
import { scenario } from '#tests/support/scenario.ts';
import { personWith } from '#tests/support/services.ts';
import { startedAssessment, trailSinceStart } from '#tests/support/started-assessment.ts';

const joined = scenario(async () => {
  const { services, id } = await startedAssessment();
  const join = joining(services);
  const facts = {
    assessmentId: id,
    lead: await join('Niamh Lead', 'assessment-lead', ['north', 'therapies']),
    contributor: await join('Sian Contributor', 'contributor', ['north', 'therapies']),
    viewer: await join('Fatou Viewer', 'organisation-viewer', ['north', null]),
    sponsor: await join('Helen Sponsor', 'executive-sponsor', ['north', null]),
    stranger: await join('Ngozi Stranger', 'assessment-lead', ['south', 'pharmacy']),
  };
  return { services, facts };
});

/** Lead, contributor, viewer and sponsor of `therapies`, and a lead of another organisation. */
export async function team() {
  const { services, facts } = await joined();
  return { services, ...facts, ...around(services, facts) };
}

/** What a test asks of the services around an assessment, and lets people join. */
export function around(services: Services, { assessmentId }: { readonly assessmentId: string }) {
  return {
    join: joining(services),
    letters: async () => services.engine.db.select().from(outbox),
    trail: trailSinceStart(services, assessmentId),
  };
}

function joining({ engine, clock }: Services) {
  return async (name: string, role: Role, place: [string | null, string | null]) => {
    const actor: Actor = {
      ...personWith(role, ...place),
      id: name,
      name,
      email: `${name.split(' ')[0]}@team.example`.toLowerCase(),
    };
    await engine.commit([
      insertPerson({ id: actor.id, name, email: actor.email }, clock().toISOString()),
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
}
