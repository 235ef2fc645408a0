// Pages and jobs ask the database as often however much there is: a small installation and one of ten times as
// much get the same number of statements.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { activityPage } from '#app/queries/assessment/activity-page.ts';
import { assessmentView } from '#app/doors/assessment-view.ts';
import { awardsDesk } from '#app/queries/award/awards-desk.ts';
import { calendarFeed } from '#app/queries/letters/calendar-feed.ts';
import { deadlineOf } from '#app/queries/assessment/deadline.ts';
import { deskPage } from '#app/queries/administration/desk-page.ts';
import { homeView } from '#app/queries/home/home.ts';
import { lastOutcome } from '#app/queries/submission/outcome-page.ts';
import { panelPage, panelsPage } from '#app/queries/review/panels-page.ts';
import { findEntries } from '#app/queries/award/register-page.ts';
import { revisionsOf } from '#app/queries/submission/required-meanwhile.ts';
import { reviewsPage } from '#app/queries/review/reviews-page.ts';
import { signingState } from '#app/queries/submission/signing-state.ts';
import { togetherOf } from '#app/queries/assessment/together.ts';
import { whereWeStandPage } from '#app/queries/assessment/where-we-stand-page.ts';
import { workloadPage } from '#app/queries/administration/workload-page.ts';
import type { Services } from '#app/services.server.ts';
import { makeCalendarLink } from '#app/use-cases/letters/calendar-link.ts';
import { linkId } from '#app/use-cases/accounts/create-password-link.ts';
import { queueAwardReminders } from '#app/use-cases/letters/queue-award-reminders.ts';
import { queueReminders } from '#app/use-cases/letters/queue-reminders.ts';
import { queueReviewReminders } from '#app/use-cases/letters/queue-review-reminders.ts';
import { EVERYTHING } from '#app/domain/award/register-words.ts';
import { GROWN, grow } from '#tests/support/grown.ts';
import { testServices } from '#tests/support/services.ts';
import { askedDuring } from '#tests/support/statements.ts';

const { lead, administrator, chair } = GROWN;
const TODAY = '2027-03-01';

async function ownView(services: Services) {
  const view = await assessmentView(services, lead, 'own0');
  if (view === null) throw new Error('there is no assessment of our own');
  return view;
}

const PAGES: Readonly<Record<string, (services: Services) => Promise<unknown>>> = {
  home: (services) => homeView(services, lead),
  'home of nobody': (services) => homeView(services, { ...lead, id: 'nobody', memberships: [] }),
  'task list': async (services) => {
    const view = await ownView(services);
    await togetherOf(services, lead, view);
    await revisionsOf(services, view);
    await deadlineOf(services, view);
    await signingState(services, view);
    await lastOutcome(services, view.id);
  },
  'where we stand': async (services) =>
    whereWeStandPage(services, await ownView(services), { to: null, pins: [], asker: lead.id }),
  activity: async (services) => activityPage(services, await ownView(services), 1),
  desk: (services) => deskPage(services, administrator, { round: '', stage: '', page: 1 }),
  'desk, one stage': (services) =>
    deskPage(services, administrator, { round: '', stage: 'rating', page: 1 }),
  workload: (services) => workloadPage(services, administrator),
  'a chair’s reviews': (services) => reviewsPage(services, chair, 1),
  panels: (services) => panelsPage(services, administrator),
  'a panel': (services) => panelPage(services, administrator, 'panel0'),
  'awards before publication': (services) => awardsDesk(services, administrator, TODAY),
  '/awards.csv': (services) =>
    findEntries(services, { filter: EVERYTHING, after: null, size: 1000, today: TODAY }),
};

const JOBS = {
  reminders: queueReminders,
  'award reminders': queueAwardReminders,
  'review reminders': queueReviewReminders,
};

async function grownTo(submissions: number, own: number): Promise<Services> {
  const services = await testServices();
  grow(services, { submissions, own });
  return services;
}

async function asks(services: Services, work: (services: Services) => Promise<unknown>) {
  const asked = await askedDuring(services.engine.connection, () => work(services));
  return asked.map(({ sql }) => sql.replaceAll(/\(\?(, \?)*\)/g, '(…)'));
}

let small: Services;
let large: Services;

beforeAll(async () => {
  [small, large] = [await grownTo(12, 4), await grownTo(120, 40)];
});
afterAll(() => {
  for (const services of [small, large]) services.close();
});

test.each(Object.entries(PAGES))('%s asks as often of much as of little', async (_, ask) => {
  const few = await asks(small, ask);
  expect(few.length).toBeGreaterThan(0);
  expect(await asks(large, ask)).toEqual(few);
});

test.each(Object.values(GROWN))('the calendar of the $id asks as often of much', async (person) => {
  const feed = async (services: Services) => {
    const { token } = await makeCalendarLink(services, person);
    return asks(services, () => calendarFeed(services, linkId(token)));
  };
  expect(await feed(large)).toEqual(await feed(small));
});

test.each(Object.entries(JOBS))('%s ask as often of much as of little', async (_, job) => {
  for (const services of [small, large]) {
    expect((await job(services)).written).toBeGreaterThan(0);
  }
  // What was due is written, so that only reading is left.
  const few = await asks(small, job);
  expect(few.length).toBeGreaterThan(2);
  expect(await asks(large, job)).toEqual(few);
});
