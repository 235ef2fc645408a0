// Actions, comments and what evidence shows are kept while somebody types, as answers are: a page that is closed loses
// nothing, nobody else sees it, and what is given leaves no draft behind.
import type { Browser, Page } from 'playwright-core';
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
let id: string;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), startBrowser()]);
  id = idsOf(app.folder, 'Therapies and rehabilitation')['id'] ?? '';
});
afterAll(async () => {
  await leaveBrowser(browser);
  await app?.stop();
});

async function open(email: string, address: string, look: object = {}) {
  const visited = await visit(browser, { origin: app.origin, ...look });
  await enterAs(visited.page, email);
  await visited.page.goto(`/assessments/${id}${address}`);
  return visited;
}

const kept = (page: Page) => page.getByText(/^Saved at \d\d:\d\d as your draft/).waitFor();
const standing = (page: Page) => page.getByText(/^What you typed on .* is below/);

test.each([
  ['an action', '/actions/new', 'Objective', 'Add to the plan', 'Every mentor is trained'],
  ['a comment', '/criteria/G2/comments', 'New comment', 'Add the comment', 'Who has the minutes?'],
])('%s', async (_, address, label, button, text) => {
  const { page, complaints } = await open(PEOPLE.lead, address);
  await page.getByLabel(label).fill(text);
  await kept(page);
  await page.goto(`/assessments/${id}`);
  await page.goto(`/assessments/${id}${address}`);
  await standing(page).waitFor();
  expect(await page.getByLabel(label).inputValue()).toBe(text);
  await expectAccessible(page);

  const { page: theirs } = await open(PEOPLE.contributor, address, { width: 375 });
  expect(await theirs.getByLabel(label).inputValue()).toBe('');
  expect(await standing(theirs).count()).toBe(0);

  await page.getByRole('button', { name: button }).click();
  await page.getByText(/added/).first().waitFor();
  await page.goto(`/assessments/${id}${address}`);
  expect(await standing(page).count()).toBe(0);
  expect(await page.getByLabel(label).inputValue()).toBe('');
  expect(complaints).toEqual([]);
});

test('what evidence shows; and a draft that is thrown away', async () => {
  const { page, complaints } = await open(PEOPLE.lead, '/criteria/G3/evidence');
  await page.getByLabel('What it shows').fill('Page 4 says who decides.');
  await kept(page);
  await page.reload();
  await standing(page).waitFor();
  expect(await page.getByLabel('What it shows').inputValue()).toBe('Page 4 says who decides.');
  await page.getByRole('button', { name: 'Throw the draft away' }).click();
  await page.getByRole('heading', { name: 'Add evidence' }).waitFor();
  expect(await standing(page).count()).toBe(0);
  expect(await page.getByLabel('What it shows').inputValue()).toBe('');
  expect(complaints).toEqual([]);
});
