// Says that someone has a criterion open, and who else has. Only people of the department who may write
// the answer are told of and are told. It changes nothing of the assessment and is forgotten after a
// minute, so it leaves no event in the trail.
import { findCriterion } from '#app/domain/charter/charter.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { WRITERS } from '#app/domain/policy/assessment.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { listPeopleOf } from '#db/repositories/people/roles.ts';
import { forgetAbsent, listPresent, notePresence } from '#db/repositories/assessment/presences.ts';
import { type AccessProblem, openAssessment } from '#app/doors/open-assessment.ts';

const GONE_AFTER = 60_000;

/** The names of the others who have it open now. */
export async function beThere(
  services: Pick<Services, 'engine' | 'library' | 'clock'>,
  actor: Actor,
  { assessmentId, criterion }: { readonly assessmentId: string; readonly criterion: string },
): Promise<Result<{ others: readonly string[] }, AccessProblem>> {
  const { engine, clock } = services;
  const opened = await openAssessment(services, actor, { id: assessmentId, act: 'answer' });
  if (!opened.ok) return opened;
  const { assessment, charter } = opened.value;
  if (findCriterion(charter, criterion) === undefined) return refused({ code: 'not-found' });
  const now = clock();
  const since = new Date(now.getTime() - GONE_AFTER).toISOString();
  const place = { assessmentId, criterion };
  await engine.commit([
    forgetAbsent(since),
    notePresence(place, { userId: actor.id, at: now.toISOString() }),
  ]);
  const present = await listPresent(engine.db, { ...place, since });
  const writers = await listPeopleOf(engine.db, {
    organisation: assessment.organisationId,
    department: assessment.departmentId,
    roles: WRITERS,
  });
  const others = present.filter(
    ({ id }) => id !== actor.id && writers.some((writer) => writer.id === id),
  );
  return ok({ others: others.map(({ name }) => name) });
}

/** Forgets everyone of whom nothing has been heard for a minute. */
export async function forgetPresences({
  engine,
  clock,
}: Pick<Services, 'engine' | 'clock'>): Promise<object> {
  await engine.commit([forgetAbsent(new Date(clock().getTime() - GONE_AFTER).toISOString())]);
  return {};
}
