// The last page before a submission: what is incomplete, what happens then, and what is confirmed.
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayWithAssessment } from '#app/domain/policy/assessment.ts';
import type { AssessmentView } from '#app/doors/assessment-view.ts';
import type { Services } from '#app/services.server.ts';
import { loadRival } from '#db/repositories/submission/submissions.ts';
import { checkPage } from './check-page.ts';

/** What the page shows; null for somebody who does not submit here. */
export async function submitPage(services: Services, actor: Actor, view: AssessmentView) {
  if (!mayWithAssessment(actor, 'submit', view.place)) return null;
  const page = await checkPage(services, actor, view);
  const { id: assessmentId, roundId, place } = view;
  const rival = await loadRival(services.engine.db, {
    assessmentId,
    departmentId: place.department,
    charter: view.scorecard.charter,
    roundId,
  });
  const round = page.rounds.find(({ id }) => id === roundId) ?? null;
  const inTime = page.revisionsDueOn !== null || round?.state === 'open';
  return {
    ...page,
    round,
    /** The submission of another assessment of the department that stands in the way; null = none. */
    rival,
    ready: page.may.submit && inTime && rival === null,
  };
}

export type SubmitPage = NonNullable<Awaited<ReturnType<typeof submitPage>>>;
