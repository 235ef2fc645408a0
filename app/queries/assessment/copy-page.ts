// What could be copied into an assessment: the other assessments on the same charter that this person may
// read, and the answers of the one chosen.
import { labelOf } from '#app/domain/assessment/draft-name.ts';
import { copyable } from '#app/domain/assessment/copying.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { visibleAssessments } from '#app/domain/policy/assessment.ts';
import type { AssessmentView } from '#app/doors/assessment-view.ts';
import { ownAnswers } from '#app/doors/of-organisation.ts';
import { openAssessment } from '#app/doors/open-assessment.ts';
import { listSharedOf } from '#db/repositories/assessment/shared-rows.ts';
import { WHOLE_ORGANISATION } from '#words/assessment/organisation-answers.ts';
import type { Services } from '#app/services.server.ts';
import { listAssessments } from '#db/repositories/assessment/assessments.ts';
import { criterionName } from '#words/kit/wording.ts';

type Given = { readonly view: AssessmentView; readonly from: string | null };

/** The sources, newest first, and what the chosen one offers. */
export async function copyPage(services: Services, actor: Actor, { view, from }: Given) {
  const scope = visibleAssessments(actor);
  const departments = await listAssessments(services.engine.db, scope);
  const sets = view.isOfOrganisation
    ? await listSharedOf(services.engine.db, scope.organisations)
    : [];
  const listed = [
    ...departments,
    ...sets.map((set) => ({ ...set, department: WHOLE_ORGANISATION })),
  ];
  const [charter] = view.scorecard.charter.split('@');
  const sources = listed
    .filter(({ assessment }) => assessment.id !== view.id)
    .filter(({ assessment }) => assessment.charter.split('@')[0] === charter)
    .map(({ assessment, organisation, department }) => ({
      id: assessment.id,
      name: `${labelOf({ department, name: assessment.name })}, ${organisation}`,
      charter: assessment.charter,
      startedAt: assessment.createdAt,
    }));
  const chosen = sources.find(({ id }) => id === from) ?? null;
  const source =
    chosen === null ? null : await openAssessment(services, actor, { id: chosen.id, act: 'read' });
  return {
    id: view.id,
    isOfOrganisation: view.isOfOrganisation,
    department: view.department,
    sources,
    chosen,
    answers:
      source === null || !source.ok
        ? []
        : copyable(ownAnswers(source.value), view).map(({ criterion, answer }) => ({
            criterion,
            name: criterionName(view.charter, criterion),
            text: answer.notApplicable ?? answer.narrative,
            evidence: answer.evidence.length,
          })),
  };
}

export type CopyPage = Awaited<ReturnType<typeof copyPage>>;
