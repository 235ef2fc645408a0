// What an assessment may be started for and on, and what is under way there already.
import { labelOf } from '#app/domain/assessment/draft-name.ts';
import { londonDay } from '#app/domain/london-day.ts';
import { charterTitle } from '#app/domain/charter/charter.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayWithAssessment, visibleAssessments } from '#app/domain/policy/assessment.ts';
import type { Services } from '#app/services.server.ts';
import { listAssessments } from '#db/repositories/assessment/assessments.ts';
import { listDepartments } from '#db/repositories/people/roles.ts';
import { latestOffered } from '#app/queries/charters/offered-versions.ts';

/** Departments, charter versions that are offered, and the assessments that are not submitted yet. */
export async function startChoices(services: Services, actor: Actor) {
  const { engine } = services;
  const scope = visibleAssessments(actor);
  const departments = (await listDepartments(engine.db, scope)).filter(({ department }) =>
    mayWithAssessment(actor, 'start', {
      organisation: department.organisationId,
      department: department.id,
    }),
  );
  const listed = await listAssessments(engine.db, scope);
  const offered = await latestOffered(services);
  const mine = new Set(departments.map(({ department }) => department.id));
  return {
    departments: departments.map(({ department, organisation }) => ({
      id: department.id,
      name: department.name,
      organisation,
    })),
    charters: offered.map(([name, { charter }]) => ({
      name,
      title: charterTitle(charter),
      summary: charter.summary,
      levels: charter.levels.map(({ id, label, means }) => ({ id, label, means })),
    })),
    underWay: listed
      .filter(({ assessment }) => assessment.state !== 'submitted')
      .filter(({ assessment }) => mine.has(assessment.departmentId))
      .map(({ assessment, department }) => ({
        id: assessment.id,
        department: assessment.departmentId,
        /** Of any version. */
        charterId: assessment.charter.split('@')[0] ?? '',
        label: labelOf({ department, name: assessment.name }),
        charter: titleOf(services, assessment.charter),
        startedOn: londonDay(assessment.createdAt),
      })),
  };
}

export type StartChoices = Awaited<ReturnType<typeof startChoices>>;

function titleOf({ library }: Services, name: string): string {
  const charter = library.versions.get(name)?.charter;
  return charter === undefined ? name : charterTitle(charter);
}
