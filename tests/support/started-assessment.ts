// A started assessment on real services, everyone who may and may not change it, and its trail.
import type { Actor } from '#app/domain/policy/actor.ts';
import type { Services } from '#app/services.server.ts';
import { startAssessment } from '#app/use-cases/assessment/start-assessment.ts';
import { asc, eq } from 'drizzle-orm';
import { user } from '#db/tables.ts';
import { auditEvents } from '#db/tables-trail.ts';
import { scenario } from '#tests/support/scenario.ts';
import { addDepartment, personWith, testServices } from '#tests/support/services.ts';

const started = scenario(async () => {
  const services = await testServices();
  await addDepartment(services, 'north', 'therapies');
  await addDepartment(services, 'south', 'pharmacy');
  const lead = personWith('assessment-lead', 'north', 'therapies');
  const assessment = await startAssessment(services, lead, {
    department: 'therapies',
    charter: 'bme-mentoring@1.0.0',
    targetLevel: 'bronze',
  });
  if (!assessment.ok) throw new Error(assessment.problem.code);
  const colleague: Actor = { ...personWith('contributor', 'north', 'therapies'), id: 'colleague' };
  const at = services.clock().toISOString();
  await services.engine.db.insert(user).values({
    id: colleague.id,
    name: 'Siân O’Dowd',
    email: 'sian@example.org',
    emailVerified: true,
    createdAt: at,
    updatedAt: at,
  });
  return { services, facts: { id: assessment.value.id, lead, colleague } };
});

/** An assessment of `therapies` in `north`; `south` has a department of its own. */
export async function startedAssessment() {
  const { services, facts } = await started();
  return { services, ...facts, trail: trailSinceStart(services, facts.id) };
}

/** Reads the names of the events about an assessment since it was started. */
export function trailSinceStart({ engine }: Services, id: string) {
  return async () => {
    const events = await engine.db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.subject, id))
      .orderBy(asc(auditEvents.sequence));
    return events.map(({ event, details }) => ({ event, details })).slice(1);
  };
}

/** Everyone who must be refused, with the code that they must get. */
export const REFUSED: readonly (readonly [string, Actor, string])[] = [
  ['a viewer', personWith('organisation-viewer', 'north', null), 'not-allowed'],
  ['a sponsor', personWith('executive-sponsor', 'north', 'therapies'), 'not-allowed'],
  ['a lead elsewhere', personWith('assessment-lead', 'south', 'pharmacy'), 'not-found'],
  ['a lead next door', personWith('assessment-lead', 'north', 'radiology'), 'not-found'],
  ['an administrator', personWith('charter-administrator', 'north', null), 'not-found'],
  [
    'nobody',
    { id: 'nobody', name: 'Nobody', email: 'n@example.org', memberships: [] },
    'not-found',
  ],
];
