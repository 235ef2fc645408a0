// Windows go from one test to the next (tests/support/windows.ts): whoever is given one finds nothing of the test before.
// These tests hang together, in their order.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import { enterAs, leaveBrowser, startBrowser, visit } from '#tests/support/browser.ts';
import { PEOPLE } from '#tests/support/people.ts';

let app: AppServer;
let browser: Browser;
let outside: Page;
let [first, second]: Page[] = [];

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), startBrowser()]);
  ({ page: outside } = await visit(browser, { origin: app.origin, scripts: false }));
});
afterAll(async () => {
  await leaveBrowser(browser);
  await app?.stop();
});

test('two visits of one test are two people, and each collects its own complaints', async () => {
  const one = await visit(browser, { origin: app.origin, scripts: false, width: 320 });
  const two = await visit(browser, { origin: app.origin, scripts: false });
  await enterAs(one.page, PEOPLE.lead);
  await two.page.goto('/');
  expect(await two.page.getByRole('button', { name: 'Sign out' }).count()).toBe(0);
  await one.page.goto(app.origin.replace('localhost', '127.0.0.1'));
  expect([one.complaints.length > 0, two.complaints]).toEqual([true, []]);
  [first, second] = [one.page, two.page];
});

test('the next test is given a window as new: signed out, as wide as it asks, nothing complained of', async () => {
  const { page, complaints, context } = await visit(browser, {
    origin: app.origin,
    scripts: false,
    width: 375,
  });
  expect(page).toBe(first);
  expect([await context.cookies(), complaints]).toEqual([[], []]);
  expect(await page.evaluate(() => window.innerWidth)).toBe(375);
  await page.goto('/');
  expect(await page.getByRole('button', { name: 'Sign out' }).count()).toBe(0);
  // Stays with the page, which nobody else is given from here on.
  await page.route('**/help', (route) => route.abort());
});

test('a window to which something was done that stays is nobody else’s, nor one with other scripts', async () => {
  const { page } = await visit(browser, { origin: app.origin, scripts: false });
  expect(page).toBe(second);
  const { page: scripted } = await visit(browser, { origin: app.origin });
  const { page: another } = await visit(browser, { origin: app.origin, scripts: false });
  for (const opened of [scripted, another]) expect([first, second, outside]).not.toContain(opened);
  expect((await another.goto('/help'))?.status()).toBe(200);
});
