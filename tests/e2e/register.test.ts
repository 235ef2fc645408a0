import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import { expectAccessible, leaveBrowser, startBrowser, visit } from '#tests/support/browser.ts';

let app: AppServer;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), startBrowser()]);
});
afterAll(async () => {
  await leaveBrowser(browser);
  await app?.stop();
});

test('without account and script, on a phone, a report is three steps away', async () => {
  const { page } = await visit(browser, { origin: app.origin, width: 375, scripts: false });
  await page.goto('/');
  // One: the register. Two: the award. Three: its report.
  await page.getByRole('main').getByRole('link', { name: 'award register' }).click();
  await expectAccessible(page);
  await page.getByRole('link', { name: /Trust award-holder/ }).click();
  await expectAccessible(page);
  const [report] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /Download the award report/ }).click(),
  ]);
  expect(report.suggestedFilename()).toBe('award-report.pdf');
});

test('a certificate is checked by its number', async () => {
  const { page } = await visit(browser, { origin: app.origin, width: 375, scripts: false });
  await page.goto('/verify');
  await page.getByLabel('Number of the award').fill('mc 2026 0001');
  await page.getByRole('button', { name: 'Check the number' }).click();
  await page.getByRole('heading', { name: 'This award is genuine and valid' }).waitFor();
  await page.goto('/verify/MC-2027-9999');
  await page.getByRole('heading', { name: 'There is no such award' }).waitFor();
});
