// What a signed-in person finds first: what waits for them, their assessments with how far they are and what comes
// next, and whether they may start another.
import { asksOrganisation } from '#app/domain/charter/scope.ts';
import { charterTitle } from '#app/domain/charter/charter.ts';
import { nextStep } from '#app/domain/home/what-next.ts';
import { mayNow, type Standing } from '#app/domain/home/reader-standing.ts';
import { type AwaitingDraft, organisationWaits } from '#app/domain/home/organisation-waits.ts';
import { dueOn, type Waiting, waitingFor } from '#app/domain/home/waiting-for.ts';
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
import { type AssessmentView, assessmentViews } from '#app/doors/assessment-view.ts';
import { discardedPage } from '#app/queries/assessment/discarded-page.ts';
import { type AroundAssessments, aroundAssessments } from './around-assessments.ts';
import { standingsOf } from './standings.ts';

/** What waits for a person, what is due first at the top. */
export async function waitingOf(services: Services, actor: Actor): Promise<readonly Waiting[]> {
  return (await standingFor(services, actor)).waiting;
}

async function standingFor(services: Services, actor: Actor) {
  const which = visibleAssessments(actor);
  const views = await assessmentViews(services, actor);
  const around = await aroundAssessments(services, which, views);
  const standings = await standingsOf(services, actor, { which, views, around });
  const byId = new Map(standings.map((standing) => [standing.id, standing]));
  const waiting = waitingFor(standings, organisationWaits(actor, awaitingIn(views, byId)));
  return { which, views, around, standings, byId, waiting };
}

/** The assessments in sight, newest first, and the departments that one may be started for. */
export async function homeView(services: Services, actor: Actor) {
  const { which, views, around, standings, byId, waiting } = await standingFor(services, actor);
  const departments = await listDepartments(services.engine.db, which);
  const discarded = await discardedPage(services, actor);
  return {
    waiting,
    /** Whether this person finds drafts that were thrown away. */
    hasDiscarded: discarded.length > 0,
    /** What the person has been asked to write, where it can still be written. */
    mine: standings.flatMap(ownWork),
    assessments: views.flatMap((view) => {
      const standing = byId.get(view.id);
      return standing === undefined ? [] : [shown(view, standing, around)];
    }),
    mayStart: departments.some(({ department }) =>
      mayWithAssessment(actor, 'start', {
        organisation: department.organisationId,
        department: department.id,
      }),
    ),
    /** The organisations whose own answers this person may read: they have a role in the whole of it. */
    organisations: asksAny(services) ? wholeOrganisations(which, departments) : [],
    /** The organisations whose departments they see beside each other. */
    overviews: wholeOrganisations(which, departments),
    belongsNowhere: departments.length === 0,
    administrator: mayAdminister(actor, 'open-administration'),
    /** Whoever leads something reads what was done there. */
    leads: ownTrail(actor) !== null,
    panels: sitsOnPanels(actor),
    startsAt: startPage(actor),
  };
}

function ownWork(standing: Standing) {
  const { id, label, criteria } = standing;
  const own = criteria.filter(({ isMine }) => isMine);
  if (own.length === 0 || !mayNow(standing, 'answer')) return [];
  return [
    {
      id,
      department: label,
      /** By when it is to be submitted; null = there is no date. */
      dueOn: dueOn(standing),
      criteria: own.map((work) => ({
        id: work.id,
        title: work.title,
        state: work.state,
        openComments: work.comments.open,
        dueOn: work.dueOn,
      })),
    },
  ];
}

function shown(view: AssessmentView, standing: Standing, around: AroundAssessments) {
  const { id, charter, targetLevel, scorecard, progress } = view;
  return {
    id,
    organisation: view.organisation,
    department: view.department,
    label: view.label,
    startedOn: view.startedOn,
    charter: charterTitle(charter),
    target: charter.levels.find((level) => level.id === targetLevel)?.label ?? targetLevel,
    level: charter.levels.find((level) => level.id === scorecard.level)?.label ?? null,
    ready: progress.total.ready,
    all: progress.total.all,
    state: view.state,
    next: nextStep(standing),
    deadline: around.deadlines.get(id) ?? null,
    revisions: around.revisions.get(id) ?? null,
    signing: around.signing.get(id) ?? null,
    decided: around.decided.get(id) ?? null,
    award: around.awards.get(id) ?? null,
  };
}

/** The drafts whose charter asks something of their organisation. */
function awaitingIn(
  views: readonly AssessmentView[],
  standings: ReadonlyMap<string, Standing>,
): readonly AwaitingDraft[] {
  return views.flatMap(({ id, state, place, organisation, scorecard, ofOrganisation }) => {
    if (state !== 'draft' || ofOrganisation === null) return [];
    const { criteria, set } = ofOrganisation;
    const left = scorecard.unanswered.filter((criterion) => criteria.has(criterion)).length;
    return [
      {
        organisation: place.organisation,
        name: organisation,
        charter: scorecard.charter,
        round: standings.get(id)?.round ?? null,
        set,
        all: criteria.size,
        left,
      },
    ];
  });
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
