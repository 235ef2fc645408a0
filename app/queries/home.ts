// What a signed-in person finds first: their assessments with how far they are, and whether they may
// start another.
import { charterTitle } from '#app/domain/charter/charter.ts';
import { isAdministrator, sitsOnPanels, type Actor } from '#app/domain/policy/actor.ts';
import { startPage } from '#app/domain/policy/start-page.ts';
import { mayWithAssessment, visibleAssessments } from '#app/domain/policy/assessment.ts';
import { ownTrail } from '#app/domain/policy/trail.ts';
import type { Services } from '#app/services.server.ts';
import { listDepartments } from '#db/repositories/people.ts';
import { awardsAtHome } from './award-at-home.ts';
import { deadlinesOf } from './deadline.ts';
import { assessmentViews } from './assessment.ts';
import { lastOutcomes } from './outcome.ts';
import { discardedPage } from './discarded-page.ts';
import { revisionsAmong } from './requirements.ts';
import { signingStates } from './signing-state.ts';
import { ownWork } from './together.ts';

/** The assessments in sight, newest first, and the departments that one may be started for. */
export async function homeView(services: Services, actor: Actor) {
  const { engine } = services;
  const scope = visibleAssessments(actor);
  const departments = await listDepartments(engine.db, scope);
  const assessments = await assessmentViews(services, actor);
  const mine = await ownWork(services, actor, assessments);
  const deadlines = await deadlinesOf(services, scope);
  const decided = await lastOutcomes(services, scope);
  const awards = await awardsAtHome(services, { scope, assessments });
  const revisions = await revisionsAmong(services, scope);
  const signing = await signingStates(services, { which: scope, assessments });
  const discarded = await discardedPage(services, actor);
  return {
    /** Whether this person finds drafts that were thrown away. */
    hasDiscarded: discarded.length > 0,
    /** What the person has been asked to write, where it can still be written. */
    mine,
    assessments: assessments.map(
      ({
        id,
        organisation,
        department,
        charter,
        targetLevel,
        scorecard,
        progress,
        state,
        ...view
      }) => ({
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
        deadline: deadlines.get(id) ?? null,
        revisions: revisions.get(id) ?? null,
        signing: signing.get(id) ?? null,
        decided: decided.get(id) ?? null,
        award: awards.get(id) ?? null,
      }),
    ),
    mayStart: departments.some(({ department }) =>
      mayWithAssessment(actor, 'start', {
        organisation: department.organisationId,
        department: department.id,
      }),
    ),
    belongsNowhere: departments.length === 0,
    administrator: isAdministrator(actor),
    /** Whoever leads something reads what was done there. */
    leads: ownTrail(actor) !== null,
    panels: sitsOnPanels(actor),
    startsAt: startPage(actor),
  };
}

export type HomeView = Awaited<ReturnType<typeof homeView>>;
