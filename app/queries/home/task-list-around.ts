// What stands above the task list of one assessment: its dates, what became of it, and what comes next.
import { nextStep } from '#app/domain/home/what-next.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import type { AssessmentView } from '#app/doors/assessment-view.ts';
import type { Services } from '#app/services.server.ts';
import { aroundAssessments } from './around-assessments.ts';
import { standingsOf } from './standings.ts';

/** The same as the home page says of it. */
export async function taskListAround(
  services: Pick<Services, 'engine' | 'clock'>,
  actor: Actor,
  view: AssessmentView,
) {
  const { id } = view;
  const around = await aroundAssessments(services, id, [view]);
  const [standing] = await standingsOf(services, actor, { which: id, views: [view], around });
  const next = standing === undefined ? null : nextStep(standing);
  return {
    // Of what the organisation answers once there is nothing but the answers: whoever does not write waits for nothing.
    next: view.isOfOrganisation && next?.code === 'wait-for-team' ? null : next,
    deadline: around.deadlines.get(id) ?? null,
    revisions: around.revisions.get(id) ?? null,
    signing: around.signing.get(id) ?? null,
    decided: around.decided.get(id) ?? null,
  };
}
