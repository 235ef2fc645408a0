import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import {
  expectAccessible,
  leaveBrowser,
  enterAs,
  startBrowser,
  visit,
} from '#tests/support/browser.ts';
import { linkTo } from '#tests/support/data.ts';
import { PEOPLE } from '#tests/support/people.ts';

let app: AppServer;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), startBrowser()]);
});
afterAll(async () => {
  await leaveBrowser(browser);
  await app?.stop();
});

const PUBLIC_PAGES = [
  '/',
  '/sign-in',
  '/sign-in?done=signed-out',
  '/sign-in/provider',
  '/sign-in/provider/callback',
  '/set-password/not-a-token',
  '/sign-in/device/not-a-token',
  '/sign-in/code',
  '/help',
  '/privacy',
  '/cookies',
  '/accessibility',
  '/charters/bme-mentoring@1.0.0',
  '/charters/bme-mentoring@2.1.0',
  '/charters/placement-learning-example@1.0.0?language=cy',
  '/awards',
  '/awards?words=no-such-word&year=2027',
  '/awards/MC-2026-0001',
  '/awards/organisations/award-holder',
  '/awards/MC-2026-0001/objection',
  '/verify',
  '/verify?number=nothing',
  '/verify/MC-2026-0001',
  '/verify/MC-2027-9999',
  '/no-such-page',
];

const ASSESSMENT_PAGES = [
  '',
  '?find=mentor&state=open',
  '/criteria/G1',
  '/criteria/M3',
  '/criteria/P2',
  '/criteria/A2',
  '/where-we-stand',
  '/where-we-stand?to=gold&pin=G1',
  '/actions',
  '/actions?view=board',
  '/indicators/mentoring-reach',
  '/indicators/senior-representation',
  '/documents',
  '/read',
  '/work',
  '/scenarios?to=silver&pin=G1&within=12',
  '/evidence',
  '/progress',
];

const CHANGING_PAGES = [
  '/criteria/G1/evidence',
  '/evidence?for=G4',
  '/actions/new?criterion=M4&rating=2',
  '/actions/several',
  '/actions/several?state=open',
  '/actions/new',
];

/** Looks at every page; titles are unique and every page has the footer's links. */
async function lookAtAll(page: Page, paths: readonly string[]): Promise<void> {
  const titles = new Map<string, string>();
  for (const path of paths) {
    await page.goto(path);
    await expectAccessible(page);
    for (const name of [
      'Award register',
      'Help and contact',
      'Privacy notice',
      'Cookies',
      'Accessibility statement',
    ]) {
      expect(await page.getByRole('contentinfo').getByRole('link', { name }).count()).toBe(1);
    }
    titles.set(path.replace(/\?.*/, ''), await page.title());
  }
  expect(new Set(titles.values()).size).toBe(titles.size);
}

/** The overview of the organisation, for who has a role in the whole of it. */
async function overviewOf(page: Page): Promise<readonly string[]> {
  await page.goto('/');
  const links = page.locator('main a[href$="/overview"]');
  const href = (await links.count()) === 0 ? null : await links.first().getAttribute('href');
  return href === null ? [] : [href, `${href}?state=awarded&text=nothing&sort=score`];
}

async function assessmentOf(page: Page): Promise<string> {
  await page.goto('/');
  const link = page.locator('main :is(h2, th) a[href^="/assessments/"]').first();
  return (await link.getAttribute('href')) ?? '';
}

describe('every page has no barrier that axe finds, at 1200 and at 320 wide', () => {
  test.each([1200, 320])('pages that anyone sees, %i wide', async (width) => {
    const { page, complaints } = await visit(browser, { origin: app.origin, width });
    await lookAtAll(page, PUBLIC_PAGES);
    expect(complaints).toEqual([]);
  });

  test.each([
    ['assessment lead', PEOPLE.lead, 1200, true],
    ['contributor on a phone', PEOPLE.contributor, 320, true],
    ['executive sponsor', PEOPLE.sponsor, 320, false],
    ['organisation viewer', PEOPLE.viewer, 1200, false],
  ] as const)('pages of an assessment, as %s', async (_, email, width, changes) => {
    const { page, complaints } = await visit(browser, { origin: app.origin, width });
    await enterAs(page, email);
    const assessment = await assessmentOf(page);
    const paths = changes ? [...ASSESSMENT_PAGES, ...CHANGING_PAGES] : ASSESSMENT_PAGES;
    const overview = await overviewOf(page);
    expect(overview.length > 0).toBe(!changes);
    await lookAtAll(page, ['/', ...overview, ...paths.map((path) => assessment + path)]);
    if (changes) {
      await page.goto(`${assessment}/criteria/G1`);
      await page
        .getByRole('link', { name: /^Change or remove/ })
        .first()
        .click();
      await expectAccessible(page);
      const erase = page.getByRole('link', { name: /^Erase the file for good/ }).first();
      if (email === PEOPLE.lead) {
        await page.goto(`${assessment}/criteria/G1`);
        await erase.click();
        await expectAccessible(page);
        await lookAtAll(
          page,
          ['/submit', '/name', '/discard'].map((path) => assessment + path),
        );
        await lookAtAll(page, ['/assessments/new', '/assessments/discarded']);
        await lookAtAll(page, ['/trail', '/trail?event=assessment-started&page=2']);
      }
      await page.goto(`${assessment}/actions`);
      await page.locator('table a').first().click();
      await expectAccessible(page);
    }
    expect(complaints).toEqual([]);
  });

  test('another charter with another scale, as its lead', async () => {
    const { page } = await visit(browser, { origin: app.origin });
    await enterAs(page, PEOPLE.otherCharter);
    const assessment = await assessmentOf(page);
    await lookAtAll(page, [assessment, `${assessment}/where-we-stand`, `${assessment}/actions`]);
    await page.goto(assessment);
    await page.locator('.nhsuk-task-list__link').first().click();
    await page.getByText('3 Proven').waitFor();
    await expectAccessible(page);
  });

  test.each([1200, 320])('what an organisation answers once, %i wide', async (width) => {
    const { page, complaints } = await visit(browser, { origin: app.origin, width });
    await enterAs(page, PEOPLE.wholeLead);
    await page.goto('/');
    await page.getByRole('link', { name: /answers once for all/ }).click();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'First round of version 2' }).first().click();
    const set = new URL(page.url()).pathname;
    const places = ['', '/facts', '/criteria/G1', '/criteria/G1/evidence', '/criteria/G1/history'];
    await lookAtAll(
      page,
      [...places, '/criteria/G1/comments', '/copy'].map((path) => set + path),
    );
    expect(complaints).toEqual([]);
  });

  test.each([
    ['a department with statements', PEOPLE.statementsLead, 320],
    ['a department that moved', PEOPLE.movedLead, 1200],
  ] as const)('version 2 in %s', async (_, email, width) => {
    const { page, complaints } = await visit(browser, { origin: app.origin, width });
    await enterAs(page, email);
    const assessment = await assessmentOf(page);
    const places = ['', '/facts', '/criteria/G1', '/criteria/G2', '/where-we-stand', '/check'];
    await lookAtAll(
      page,
      places.map((path) => assessment + path),
    );
    expect(complaints).toEqual([]);
  });

  test.each([1200, 320])('administration, %i wide', async (width) => {
    const { page, complaints } = await visit(browser, { origin: app.origin, width });
    await enterAs(page, PEOPLE.administrator);
    await lookAtAll(page, [
      '/',
      '/admin/workload',
      '/admin/trail',
      '/admin/trail?person=niamh&from=2026-01-01&to=2099-01-01',
      '/admin/rounds',
      '/admin/charters',
      '/admin/charters/trial',
      '/admin/awards',
      '/admin/awards/MC-2026-0001',
      '/admin/erase',
      '/admin/people',
      '/admin/people?show=no-factor',
      '/outbox',
      '/admin',
    ]);
    await page.goto('/admin/charters/compare?from=bme-mentoring@1.0.0&to=bme-mentoring@2.0.0');
    await page.getByText('What changed, word by word').first().click();
    await expectAccessible(page);
    await page.goto('/admin');
    await page.getByRole('link', { name: /^Northfield/ }).click();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'New name, merger, ODS code' }).click();
    await expectAccessible(page);
    await page.goBack();
    await page.getByRole('link', { name: 'Leads and open invitations' }).click();
    await page.getByText('The lead has left, and nobody there can name another').click();
    await expectAccessible(page);
    await page.goBack();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Niamh O’Dowd' }).click();
    await expectAccessible(page);
    expect(complaints).toEqual([]);
  });
});

test('the first lead is invited, and a link to choose a password reaches its owner alone', async () => {
  const { page } = await visit(browser, { origin: app.origin });
  await enterAs(page, PEOPLE.administrator);
  await page.goto('/admin');
  await page.getByLabel('Name of the new organisation').fill('Bwrdd Iechyd Prifysgol Dyffryn Aur');
  await page.getByLabel('Contact on record (optional)').fill('Board@Aur.example');
  await page.getByRole('button', { name: 'Add the organisation' }).click();
  await page.getByText('The organisation is added.').waitFor();
  await page.getByText('Contact on record: board@aur.example').waitFor();
  await page.getByLabel('Name of the new department').fill('Ffisiotherapi');
  await page.getByRole('button', { name: 'Add the department' }).click();
  await page.getByText('The department is added.').waitFor();
  await page.getByRole('link', { name: 'Leads and open invitations' }).click();
  await expectAccessible(page);
  await page.getByLabel('Work email address').fill('Gwen@Aur.example');
  await page
    .getByLabel('Assessment lead of', { exact: true })
    .selectOption({ label: 'Ffisiotherapi' });
  await page.getByRole('button', { name: 'Invite the first lead' }).click();
  await page.getByText('gwen@aur.example').first().waitFor();
  expect(await page.getByRole('button', { name: 'Invite the first lead' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('You are signed out.').waitFor();

  await page.goto(await linkTo(app, 'gwen@aur.example'));
  await page.getByLabel('Email address').fill('gwen@aur.example');
  await page.getByLabel('Your name').fill('Gwenllïan ap Rhŷs');
  await page.getByLabel('New password').fill('tri gair hollol wahanol');
  await page.getByRole('button', { name: 'Accept the invitation' }).click();
  await page.getByLabel('Email address').fill('gwen@aur.example');
  await page.getByLabel('Password').fill('tri gair hollol wahanol');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: 'Start an assessment' }).waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();

  await enterAs(page, PEOPLE.administrator);
  await page.goto('/admin/people?text=gwen@aur');
  await page.getByRole('link', { name: 'Gwenllïan ap Rhŷs' }).click();
  await page.getByRole('button', { name: 'Send a password link' }).click();
  await page.getByText('A letter with a link is on its way to gwen@aur.example').waitFor();
  expect(await page.content()).not.toContain('/set-password/');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('You are signed out.').waitFor();

  const link = await linkTo(app, 'gwen@aur.example');
  await page.goto(link);
  await page.getByLabel('New password').fill('short');
  await page.getByRole('button', { name: 'Set password' }).click();
  await page.getByText('Your password must have at least 12 characters').first().waitFor();
  await page.getByLabel('New password').fill('tri gair arall eto fyth');
  await page.getByRole('button', { name: 'Set password' }).click();
  await page.getByText('Your password is set.').waitFor();

  await page.goto(link);
  await page.getByText('This link has been used already.').first().waitFor();
  expect(await page.getByLabel('New password').count()).toBe(0);
});

test.each([1200, 320])(
  'the people of an organisation, and stopping what the awarding body asks for, %i wide',
  async (width) => {
    const { page, complaints } = await visit(browser, { origin: app.origin, width });
    await enterAs(page, PEOPLE.administrator);
    await page.goto('/admin');
    await page.getByRole('link', { name: /^Harbour Valley/ }).click();
    await page.getByRole('link', { name: 'Leads and open invitations' }).click();
    await page.getByText('The lead has left, and nobody there can name another').click();
    await page.getByLabel('Work email address').fill(`new.lead.${width}@harbourvalley.example`);
    await page.getByLabel('Reason').fill('Ngozi has left, and nobody else may name a lead.');
    await page.getByRole('button', { name: 'Tell them, and invite in a day' }).click();
    await page.getByText('The awarding body wants to invite a lead').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('You are signed out.').waitFor();

    const letter = await linkTo(app, PEOPLE.stranger);
    await page.goto(letter);
    await expectAccessible(page);
    await enterAs(page, PEOPLE.stranger);
    await page.goto(`${await assessmentOf(page)}/team`);
    await page
      .getByRole('link', { name: 'People with a role here or in the whole organisation' })
      .click();
    await expectAccessible(page);
    await page.getByLabel('Work email address').fill(`deputy.${width}@harbourvalley.example`);
    await page.getByLabel('Role', { exact: true }).selectOption('deputy-sponsor');
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    await page.getByText(`deputy.${width}@harbourvalley.example`).first().waitFor();
    await page.getByRole('button', { name: 'Object: do not invite them' }).click();
    await page.getByText('Nobody is invited. It is stopped.').waitFor();
    await page.goto(letter);
    await page.getByText(/It is stopped: .* is not invited\./).waitFor();
    await expectAccessible(page);
    expect(complaints).toEqual([]);
  },
);
