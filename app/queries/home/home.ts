// What a signed-in person finds first: their assessments with how far they are, and whether they may
// start another.
import { allCriteria, charterTitle } from '#app/domain/charter/charter.ts';
import { sitsOnPanels, type Actor } from '#app/domain/policy/actor.ts';
import { mayAdminister } from '#app/domain/policy/administration.ts';
import { startPage } from '#app/domain/policy/start-page.ts';
import { mayWithAssessment, visibleAssessments } from '#app/domain/policy/assessment.ts';
import { ownTrail } from '#app/domain/policy/trail.ts';
import type { Services } from '#app/services.server.ts';
import { listAssessments } from '#db/repositories/assessment/assessments.ts';
import { listDepartments } from '#db/repositories/people/roles.ts';
import { awardAtHome } from '#app/queries/award/award-at-home.ts';
import { deadlineOf } from '#app/queries/assessment/deadline.ts';
import { type AssessmentView, assessmentView } from '#app/doors/assessment-view.ts';
import { lastOutcome } from '#app/queries/submission/outcome-page.ts';
import { discardedPage } from '#app/queries/assessment/discarded-page.ts';
import { revisionsOf } from '#app/queries/submission/required-meanwhile.ts';
import { signingState } from '#app/queries/submission/signing-state.ts';
import { togetherOf } from '#app/queries/assessment/together.ts';

/** The assessments in sight, newest first, and the departments that one may be started for. */
export async function homeView(services: Services, actor: Actor) {
  const { engine } = services;
  const scope = visibleAssessments(actor);
  const listed = await listAssessments(engine.db, scope);
  const departments = await listDepartments(engine.db, scope);
  const views = await Promise.all(
    listed.map(({ assessment }) => assessmentView(services, actor, assessment.id)),
  );
  const found = views.filter((view) => view !== null);
  const mine = await Promise.all(found.map((view) => mineIn(services, actor, view)));
  const deadlines = await Promise.all(found.map((view) => deadlineOf(services, view)));
  const decided = await Promise.all(found.map(({ id }) => lastOutcome(services, id)));
  const awards = await Promise.all(found.map((view) => awardAtHome(services, view)));
  const revisions = await Promise.all(found.map((view) => revisionsOf(services, view)));
  const signing = await Promise.all(found.map((view) => signingState(services, view)));
  const discarded = await discardedPage(services, actor);
  return {
    /** Whether this person finds drafts that were thrown away. */
    hasDiscarded: discarded.length > 0,
    /** What the person has been asked to write, where it can still be written. */
    mine: mine.filter(({ criteria }) => criteria.length > 0),
    assessments: found.map(
      (
        { id, organisation, department, charter, targetLevel, scorecard, progress, state, ...view },
        at,
      ) => ({
        id,
        organisation,
        department,
        label: view.label,
        startedOn: view.startedOn,
        charter: charterTitle(charter),
        target: charter.levels.find((level) => level.id === targetLevel)?.label ?? targetLevel,
        level: charter.levels.find((level) => level.id === scorecard.level)?.label ?? null,
        ready: progress.total.ready,
        all: progress.total.all,
        state,
        deadline: deadlines[at] ?? null,
        revisions: revisions[at] ?? null,
        signing: signing[at] ?? null,
        decided: decided[at] ?? null,
        award: awards[at] ?? null,
      }),
    ),
    mayStart: departments.some(({ department }) =>
      mayWithAssessment(actor, 'start', {
        organisation: department.organisationId,
        department: department.id,
      }),
    ),
    belongsNowhere: departments.length === 0,
    administrator: mayAdminister(actor, 'open-administration'),
    /** Whoever leads something reads what was done there. */
    leads: ownTrail(actor) !== null,
    panels: sitsOnPanels(actor),
    startsAt: startPage(actor),
  };
}

async function mineIn(services: Services, actor: Actor, view: AssessmentView) {
  const { id, label: department, charter, progress, mayAnswer } = view;
  const { mine, openComments } = await togetherOf(services, actor, view);
  return {
    id,
    department,
    criteria: allCriteria(charter)
      .filter((criterion) => mayAnswer && mine.has(criterion.id))
      .map((criterion) => ({
        id: criterion.id,
        title: criterion.title,
        state: progress.criteria.get(criterion.id) ?? 'not-started',
        openComments: openComments(criterion.id),
      })),
  };
}

export type HomeView = Awaited<ReturnType<typeof homeView>>;
