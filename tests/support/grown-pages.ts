// The pages that are asked of an installation that has grown, as their routes ask for them.
import { activityPage } from '#app/queries/assessment/activity-page.ts';
import { assessmentView } from '#app/doors/assessment-view.ts';
import { awardsDesk } from '#app/queries/award/awards-desk.ts';
import { calendarFeed } from '#app/queries/letters/calendar-feed.ts';
import { deskPage } from '#app/queries/administration/desk-page.ts';
import { homeView } from '#app/queries/home/home.ts';
import { panelPage, panelsPage } from '#app/queries/review/panels-page.ts';
import { findEntries } from '#app/queries/award/register-page.ts';
import { reviewsPage } from '#app/queries/review/reviews-page.ts';
import { togetherOf } from '#app/queries/assessment/together.ts';
import { whereWeStandPage } from '#app/queries/assessment/where-we-stand-page.ts';
import { affectedIn, roundPage } from '#app/queries/administration/rounds-page.ts';
import { workloadPage } from '#app/queries/administration/workload-page.ts';
import { peoplePage } from '#app/queries/people/people-page.ts';
import { organisationInvitations } from '#app/queries/people/organisation-invitations.ts';
import { closingLetters } from '#app/use-cases/administration/deadline-letters.ts';
import { whoSigns } from '#app/use-cases/submission/who-signs.ts';
import { listInRound, loadRound } from '#db/repositories/administration/round-rows.ts';
import { overviewPage } from '#app/queries/home/overview-page.ts';
import { taskListAround } from '#app/queries/home/task-list-around.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import type { Services } from '#app/services.server.ts';
import { EVERYTHING } from '#app/domain/award/register-words.ts';
import { calendarOf, GROWN } from './grown.ts';

const { lead, administrator, chair } = GROWN;
const sponsor: Actor = {
  ...lead,
  id: 'sponsor-own',
  memberships: [{ role: 'executive-sponsor', organisation: 'own', department: null }],
};
const TODAY = '2027-03-01';

async function ownView(services: Services) {
  const view = await assessmentView(services, lead, 'own0');
  if (view === null) throw new Error('there is no assessment of our own');
  return view;
}

function awardsCsv(services: Services, words: string) {
  const search = { filter: { ...EVERYTHING, words }, after: null, size: 1000, today: TODAY };
  return findEntries(services, search);
}

async function closingMoved(services: Services) {
  const { db } = services.engine;
  const [round, affected] = [await loadRound(db, 'round2'), await listInRound(db, 'round2')];
  if (round === null) throw new Error('there is no round');
  const moved = { closesAt: '2027-04-20T12:00:00.000Z', reason: 'Strikes.', at: round.createdAt };
  const letters = await closingLetters(services, { ...moved, round, affected });
  if (letters.length < affected.length) throw new Error('nobody is told');
}

/** Every page by name. */
export const GROWN_PAGES = {
  home: (services) => homeView(services, lead),
  'home of a sponsor': async (services) => {
    const { waiting } = await homeView(services, sponsor);
    if (!waiting.some(({ what }) => what === 'sign'))
      throw new Error('nothing waits for a signature');
  },
  'overview of departments': async (services) => {
    const query = { text: '', state: '', sort: 'score' } as const;
    const page = await overviewPage(services, sponsor, { organisation: 'own', query });
    if (page === null || page.all < 10) throw new Error('no department is shown');
  },
  'home of nobody': (services) => homeView(services, { ...lead, id: 'nobody', memberships: [] }),
  'task list': async (services) => {
    const view = await ownView(services);
    await togetherOf(services, lead, view);
    await taskListAround(services, lead, view);
  },
  'where we stand': async (services) =>
    whereWeStandPage(services, await ownView(services), { to: null, pins: [], asker: lead.id }),
  activity: async (services) => activityPage(services, await ownView(services), 1),
  desk: (services) => deskPage(services, administrator, { round: '', stage: '', page: 1 }),
  'desk, one stage': (services) =>
    deskPage(services, administrator, { round: '', stage: 'rating', page: 1 }),
  workload: (services) => workloadPage(services, administrator),
  'a round': (services) => roundPage(services, administrator, { id: 'round2', page: 1 }),
  'whom another closing time affects': (services) =>
    affectedIn(services, administrator, { id: 'round2', assessmentId: null }),
  'letters about another closing time': closingMoved,
  'access review': (services) =>
    peoplePage(services, administrator, { filter: { text: '', show: 'everybody' }, page: 1 }),
  'access review, narrowed': (services) =>
    peoplePage(services, administrator, { filter: { text: 'rater', show: 'body' }, page: 1 }),
  'invitations of an organisation': async (services) => {
    const page = await organisationInvitations(services, administrator, 'invited');
    if (page === null || page.invitations.length < 10) throw new Error('nobody is invited');
  },
  'who signs': async (services) => {
    const signing = await whoSigns(services, sponsor, 'own0');
    if (signing === null || signing.others.length < 4) throw new Error('nobody else signs');
  },
  'a chair’s reviews': (services) => reviewsPage(services, chair, 1),
  panels: (services) => panelsPage(services, administrator),
  'a panel': (services) => panelPage(services, administrator, 'panel0'),
  'awards before publication': (services) => awardsDesk(services, administrator, TODAY),
  '/awards.csv': (services) => awardsCsv(services, ''),
  '/awards.csv of one organisation': (services) => awardsCsv(services, 'other0'),
  'calendar of a lead': (services) => calendarFeed(services, calendarOf(lead)),
  'calendar of a chair': (services) => calendarFeed(services, calendarOf(chair)),
  'calendar without an assessment': (services) => calendarFeed(services, calendarOf(administrator)),
} as const satisfies Readonly<Record<string, (services: Services) => Promise<unknown>>>;
