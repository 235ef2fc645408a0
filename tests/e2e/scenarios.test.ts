// A way to a level is kept, compared and put into the plan, with scripts and without.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import {
  enterAs,
  expectAccessible,
  leaveBrowser,
  startBrowser,
  visit,
} from '#tests/support/browser.ts';
import { PEOPLE } from '#tests/support/people.ts';
import { idsOf } from '#tests/routes/access-places.ts';

let app: AppServer;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), startBrowser()]);
});
afterAll(async () => {
  await leaveBrowser(browser);
  await app?.stop();
});

test.each([
  ['with scripts', true, 1200, 'Therapies and rehabilitation', PEOPLE.lead],
  ['without scripts, on a phone', false, 375, 'Digital, data and estates', PEOPLE.beginner],
] as const)('%s', async (_, scripts, width, department, email) => {
  const { id } = idsOf(app.folder, department);
  const { page, complaints } = await visit(browser, { origin: app.origin, scripts, width });
  await enterAs(page, email);
  await page.goto(`/assessments/${id}/where-we-stand?to=silver`);
  await page.getByRole('link', { name: 'Keep this way as a scenario' }).click();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
  await expectAccessible(page);
  await page.getByLabel('Name').fill('All that silver needs');
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.getByText('The scenario is kept.').waitFor();
  await expectAccessible(page);
  const row = page.getByRole('row', { name: /^All that silver needs/ });
  await row.getByText('Silver,').last().waitFor();
  await row.getByRole('button', { name: 'Add all of its steps to the plan' }).click();
  await page.getByText('What the charter suggests for each step is in the plan.').waitFor();
  await expectAccessible(page);
  await page.goto(`/assessments/${id}/where-we-stand?to=silver`);
  await page
    .getByText(/^In the plan already: action \d+$/)
    .first()
    .waitFor({ state: 'attached' });
  expect(await page.getByRole('button', { name: 'Add all of its steps' }).count()).toBe(0);
  expect(complaints.filter((complaint) => !complaint.includes('422'))).toEqual([]);
});
