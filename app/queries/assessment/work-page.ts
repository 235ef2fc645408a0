// Who writes each criterion of a department, by when, and how far it is: for whoever gives them out.
import { plannedWork } from '#app/domain/assessment/criterion-review.ts';
import { isOpenWork } from '#app/domain/assessment/work-progress.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { isOpenFor, mayWithAssessment, WRITERS } from '#app/domain/policy/assessment.ts';
import { applyingCriteria } from '#app/domain/scoring/applying.ts';
import { stateOf } from '#app/domain/submission/life.ts';
import type { AssessmentView } from '#app/doors/assessment-view.ts';
import { isAnsweredByOrganisation } from '#app/doors/of-organisation.ts';
import type { Services } from '#app/services.server.ts';
import { listAssignments } from '#db/repositories/assessment/assignments.ts';
import { listCriterionPlans } from '#db/repositories/assessment/criterion-plans.ts';
import { listPeopleOf } from '#db/repositories/people/roles.ts';

/** The page; `today` is YYYY-MM-DD in London. */
export async function workPage(
  { engine: { db } }: Pick<Services, 'engine'>,
  actor: Actor,
  { view, today }: { readonly view: AssessmentView; readonly today: string },
) {
  const { charter, place, progress } = view;
  const writers = await listPeopleOf(db, { ...place, roles: WRITERS });
  const assigned = await listAssignments(db, view.id);
  const plannedFor = plannedWork(await listCriterionPlans(db, view.id), view.rows);
  const current = assigned.filter(({ userId }) => writers.some(({ id }) => id === userId));
  const own = applyingCriteria(charter, view.answerSet).filter(
    ({ id }) => !isAnsweredByOrganisation(view, id),
  );
  return {
    id: view.id,
    isOfOrganisation: view.isOfOrganisation,
    department: view.department,
    mayPlan: isOpenFor('assign', stateOf(view.state)) && mayWithAssessment(actor, 'assign', place),
    writers: writers.map(({ id, name }) => ({ id, name })),
    sections: charter.sections.map(({ id, title }) => ({ id, title })),
    criteria: own.map(({ id, title }) => {
      const state = progress.criteria.get(id) ?? 'not-started';
      const { dueOn, review } = plannedFor(id);
      return {
        id,
        title,
        state,
        names: current.filter(({ criterion }) => criterion === id).map(({ name }) => name),
        dueOn,
        isLate: dueOn !== null && dueOn < today && isOpenWork(state),
        review,
      };
    }),
  };
}

export type WorkPage = Awaited<ReturnType<typeof workPage>>;
