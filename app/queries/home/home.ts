// What a signed-in person finds first: their assessments with how far they are, and whether they may
// start another.
import { asksOrganisation } from '#app/domain/charter/scope.ts';
import { charterTitle } from '#app/domain/charter/charter.ts';
import { sitsOnPanels, type Actor } from '#app/domain/policy/actor.ts';
import { mayAdminister } from '#app/domain/policy/administration.ts';
import { startPage } from '#app/domain/policy/start-page.ts';
import {
  mayWithAssessment,
  type Scope,
  visibleAssessments,
} from '#app/domain/policy/assessment.ts';
import { ownTrail } from '#app/domain/policy/trail.ts';
import type { Services } from '#app/services.server.ts';
import { listDepartments } from '#db/repositories/people/roles.ts';
import { awardsAtHome } from '#app/queries/award/award-at-home.ts';
import { deadlinesOf } from '#app/queries/assessment/deadline.ts';
import { assessmentViews } from '#app/doors/assessment-view.ts';
import { lastOutcomes } from '#app/queries/submission/outcome-page.ts';
import { discardedPage } from '#app/queries/assessment/discarded-page.ts';
import { revisionsAmong } from '#app/queries/submission/required-meanwhile.ts';
import { signingStates } from '#app/queries/submission/signing-state.ts';
import { ownWork } from '#app/queries/assessment/together.ts';

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
    /** The organisations whose own answers this person may read: they have a role in the whole of it. */
    organisations: asksAny(services) ? wholeOrganisations(scope, departments) : [],
    belongsNowhere: departments.length === 0,
    administrator: mayAdminister(actor, 'open-administration'),
    /** Whoever leads something reads what was done there. */
    leads: ownTrail(actor) !== null,
    panels: sitsOnPanels(actor),
    startsAt: startPage(actor),
  };
}

/** Whether any charter asks the organisation itself. */
function asksAny({ library }: Pick<Services, 'library'>): boolean {
  return [...library.versions.values()].some(({ charter }) => asksOrganisation(charter));
}

type Listed = Awaited<ReturnType<typeof listDepartments>>;

function wholeOrganisations({ organisations }: Scope, departments: Listed) {
  const names = new Map(
    departments.map(({ department, organisation }) => [department.organisationId, organisation]),
  );
  return organisations.flatMap((id) => {
    const name = names.get(id);
    return name === undefined ? [] : [{ id, name }];
  });
}

export type HomeView = Awaited<ReturnType<typeof homeView>>;
