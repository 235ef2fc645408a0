// What is known of assessments beside their content: rounds, revisions, signatures, decisions, awards. As many
// statements for many as for one.
import type { AssessmentView } from '#app/doors/assessment-view.ts';
import { deadlinesOf } from '#app/queries/assessment/deadline.ts';
import { awardsAtHome } from '#app/queries/award/award-at-home.ts';
import { lastOutcomes } from '#app/queries/submission/outcome-page.ts';
import { revisionsAmong } from '#app/queries/submission/required-meanwhile.ts';
import { signingStates } from '#app/queries/submission/signing-state.ts';
import type { Services } from '#app/services.server.ts';
import type { Among } from '#db/repositories/within-scope.ts';

type Given = Pick<Services, 'engine' | 'clock'>;

/** All of it by the ids of the assessments; `which` reaches the same ones as the views. */
export async function aroundAssessments(
  services: Given,
  which: Among,
  views: readonly AssessmentView[],
) {
  return {
    deadlines: await deadlinesOf(services, which),
    revisions: await revisionsAmong(services, which),
    signing: await signingStates(services, { which, assessments: views }),
    decided: await lastOutcomes(services, which),
    awards: await awardsAtHome(services, { which, assessments: views }),
  };
}

export type AroundAssessments = Awaited<ReturnType<typeof aroundAssessments>>;
