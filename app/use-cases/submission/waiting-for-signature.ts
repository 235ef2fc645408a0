// What waits for somebody's signature: they have the role, and may sign it.
import { labelOf } from '#app/domain/assessment/draft-name.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayWithAssessment, visibleAssessments } from '#app/domain/policy/assessment.ts';
import type { Services } from '#app/services.server.ts';
import { listAssessments } from '#db/repositories/assessment/assessments.ts';
import { listWaiting } from '#db/repositories/submission/sign-requests.ts';
import { signingBar } from './who-signs.ts';

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
  const shown = await Promise.all(
    waiting.map(async ({ request, askedBy }) => {
      const found = listed.find(({ assessment }) => assessment.id === request.assessmentId);
      if (found === undefined) return [];
      const bar = await signingBar(services, actor.id, found);
      if (bar !== null) return [];
      const { department, assessment } = found;
      const label = labelOf({ department, name: assessment.name });
      const { message, askedAt } = request;
      return [{ id: assessment.id, label, askedBy, askedAt, message }];
    }),
  );
  return shown.flat();
}

export type WaitingSignature = Awaited<ReturnType<typeof waitingForSignature>>[number];
