// After an award, in a real browser: the report of a year, from draft to sent, and the renewal.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import path from 'node:path';
import { readConfig } from '#app/config.ts';
import { openServices } from '#app/services.server.ts';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import { addAward } from '#tests/support/awards.ts';
import {
  expectAccessible,
  leaveBrowser,
  signIn,
  startBrowser,
  visit,
} from '#tests/support/browser.ts';
import { valueOf } from '#tests/support/http.ts';
import { PEOPLE } from '#tests/support/people.ts';
import { sharedParts } from '#tests/support/services.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

let app: AppServer;
let browser: Browser;
let awarded = '';
let ending = '';

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), startBrowser()]);
  awarded = await awardTherapies(300);
  ending = await awardTherapies(1600);
});
afterAll(async () => {
  await leaveBrowser(browser);
  await app?.stop();
});

/** An award of five years for the department of the lead, given so many days ago. */
async function awardTherapies(days: number): Promise<string> {
  const of = (sql: string) => valueOf(app.folder, sql);
  const name = "d.name = 'Therapies and rehabilitation'";
  const config = readConfig({ MODE: 'test', DATA_DIR: app.folder }, ROOT);
  const services = await openServices(config, ROOT, {
    ...(await sharedParts(config)),
    log: () => {},
  });
  const award = await addAward(services, {
    organisation: of(`select organisation_id from departments d where ${name}`),
    department: of(`select id from departments d where ${name}`),
    organisationName: 'Northfield and Aberwen',
    departmentName: 'Therapies and rehabilitation',
    awardedOn: daysAgo(days),
  });
  services.close();
  return award.assessmentId;
}

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

test.each([
  ['on a phone without scripts', 320, false],
  ['at a desk', 1200, true],
] as const)('a report is saved, and says what is missing, %s', async (_, width, scripts) => {
  const { page, complaints } = await visit(browser, { origin: app.origin, width, scripts });
  await signIn(page, PEOPLE.lead);
  await page.goto(`/assessments/${awarded}/progress`);
  await page.getByText('due by').waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Year 1' }).click();
  await expectAccessible(page);
  await page.getByLabel('Status (action 1)').selectOption({ label: 'Complete' });
  await page.getByLabel('What has happened (action 1)').fill('All mentors have the time.');
  await page.getByLabel('Summary of the year').fill('');
  await page.getByRole('button', { name: 'Go on to send the report' }).click();
  await page.getByText('Enter a summary').first().waitFor();
  await expectAccessible(page);
  expect(await page.getByLabel('What has happened (action 1)').inputValue()).toBe(
    'All mentors have the time.',
  );
  await page.getByLabel('Summary of the year').fill('A good year.');
  await page.getByRole('button', { name: 'Save as a draft' }).click();
  await page.getByText('The report is saved as a draft.').waitFor();
  await page.getByText('1 of 1 actions is complete').waitFor();
  expect(complaints).toEqual([]);
});

test('two people at one report see both texts; what is sent stays', async () => {
  const [lead, contributor] = await Promise.all(
    [PEOPLE.lead, PEOPLE.contributor].map(async (email) => {
      const { page } = await visit(browser, { origin: app.origin, width: 375, scripts: false });
      await signIn(page, email);
      await page.goto(`/assessments/${awarded}/progress/1`);
      return page;
    }),
  );
  if (lead === undefined || contributor === undefined) throw new Error('no pages');
  expect(await contributor.getByRole('button', { name: 'Go on to send the report' }).count()).toBe(
    0,
  );
  await contributor.getByLabel('Summary of the year').fill('A hard year.');
  await contributor.getByRole('button', { name: 'Save as a draft' }).click();
  await contributor.getByText('The report is saved as a draft.').waitFor();
  await lead.getByLabel('Summary of the year').fill('A splendid year.');
  await lead.getByLabel('What has happened (action 1)').fill('It is late: money came in May.');
  await lead.getByRole('button', { name: 'Go on to send the report' }).click();
  await lead.getByText('This report was changed').waitFor();
  await lead.getByText('Saved now: A hard year.').waitFor();
  expect(await lead.getByLabel('Summary of the year').inputValue()).toBe('A splendid year.');
  await expectAccessible(lead);
  await lead.getByRole('button', { name: 'Go on to send the report' }).click();
  await lead.getByRole('heading', { name: 'What becomes public' }).waitFor();
  await lead.getByText('Nothing is sent yet.').waitFor();
  await expectAccessible(lead);
  await lead.getByRole('button', { name: 'Send the report: it is final' }).click();
  await lead.getByText('The report is sent.').waitFor();
  await expectAccessible(lead);
  await contributor.reload();
  await contributor.getByText('A splendid year.').waitFor();
  expect(await contributor.getByRole('button', { name: 'Save as a draft' }).count()).toBe(0);
});

test('the lead renews an award that ends soon, and carries an action of its plan over', async () => {
  const { page, complaints } = await visit(browser, {
    origin: app.origin,
    width: 375,
    scripts: false,
  });
  await signIn(page, PEOPLE.lead);
  await page.goto(`/assessments/${awarded}/progress`);
  await page.getByText('It can be started from').waitFor();
  await page.goto(`/assessments/${ending}/progress`);
  await page.getByText('overdue').first().waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Start the renewal' }).click();
  await page.getByText('The renewal is started.').waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Action plan', exact: true }).click();
  await page.getByRole('heading', { name: 'Previous plan' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Carry over action 1' }).click();
  await page.getByText('This is an action of your previous plan.').waitFor();
  await expectAccessible(page);
  // Worded anew, even after a refusal, it is the same action.
  await page.getByLabel('Objective').fill('');
  await page.getByRole('button', { name: 'Add to the plan' }).click();
  await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
  await page.getByLabel('Objective').fill('Give mentors three hours a month');
  await page.getByRole('button', { name: 'Add to the plan' }).click();
  await page.getByText('The action is added to the plan.').waitFor();
  const row = page.getByRole('table', { name: 'Actions of the previous plan' }).locator('tbody tr');
  expect(await row.first().locator('td').last().textContent()).toBe('Yes');
  await page.goto(page.url().replace(/\/actions.*/, '/criteria/P2'));
  await page.getByRole('heading', { name: 'What the previous plan supports' }).waitFor();
  await page
    .getByText('0 of 1 actions are done: 0.00%. The share alone supports no rating.')
    .waitFor();
  await expectAccessible(page);
  await page.goto(`/assessments/${ending}/progress`);
  await page.getByRole('link', { name: 'Go to the renewal' }).waitFor();
  expect(complaints).toEqual([]);
});
