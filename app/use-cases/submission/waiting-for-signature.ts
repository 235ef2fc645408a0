// What waits for somebody's signature: they have the role, and may sign it.
import { labelOf } from '#app/domain/assessment/draft-name.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayWithAssessment, visibleAssessments } from '#app/domain/policy/assessment.ts';
import type { Services } from '#app/services.server.ts';
import { listAssessments } from '#db/repositories/assessment/assessments.ts';
import { listWaiting } from '#db/repositories/submission/sign-requests.ts';
import { signingBars } from './who-signs.ts';

/** What waits for the signature of this person: they have the role, and may sign it. */
export async function waitingForSignature(services: Services, actor: Actor) {
  const listed = (await listAssessments(services.engine.db, visibleAssessments(actor))).filter(
    ({ assessment }) =>
      assessment.state === 'draft' &&
      mayWithAssessment(actor, 'sign-off', {
        organisation: assessment.organisationId,
        department: assessment.departmentId,
      }),
  );
  const waiting = await listWaiting(
    services.engine.db,
    listed.map(({ assessment }) => assessment.id),
  );
  const asked = waiting.flatMap(({ request, askedBy }) => {
    const found = listed.find(({ assessment }) => assessment.id === request.assessmentId);
    return found === undefined ? [] : [{ request, askedBy, found }];
  });
  const barOf = await signingBars(
    services,
    [actor.id],
    asked.map(({ found }) => found),
  );
  return asked
    .filter(({ found }) => barOf(actor.id, found.assessment.id) === null)
    .map(({ request: { message, askedAt }, askedBy, found: { department, assessment } }) => ({
      id: assessment.id,
      label: labelOf({ department, name: assessment.name }),
      askedBy,
      askedAt,
      message,
    }));
}

export type WaitingSignature = Awaited<ReturnType<typeof waitingForSignature>>[number];
