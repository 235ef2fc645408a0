// Criteria as work: a lead gives them out with a day, a contributor writes and asks for a look, the lead sends back and agrees.
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

const row = (page: Page, criterion: string) =>
  page.getByRole('row', { name: new RegExp(`^${criterion} `) });

test.each([
  ['with scripts', true, 1200, 'G1'],
  ['without scripts, on a phone', false, 375, 'G3'],
] as const)('%s', async (_, scripts, width, criterion) => {
  const look = { scripts, width };
  const { page: lead } = await open(PEOPLE.lead, '/work', look);
  await lead.getByLabel(`Choose ${criterion}`).check();
  await lead
    .getByLabel('Ask somebody to write them, too')
    .selectOption({ label: 'Siân Llŷr-Wynne' });
  for (const [part, text] of [
    ['Day', '5'],
    ['Month', '3'],
    ['Year', '2031'],
  ] as const) {
    await lead.getByLabel(part, { exact: true }).fill(text);
  }
  await lead.getByRole('button', { name: 'Save' }).click();
  await lead.getByText('Who writes what, and by when, is saved.').waitFor();
  await expectAccessible(lead);
  expect(await row(lead, criterion).innerText()).toContain('5 March 2031');

  const { page: writer } = await open(PEOPLE.contributor, `/criteria/${criterion}`, look);
  await writer.getByText('To be written by 5 March 2031.').waitFor();
  await writer.getByRole('button', { name: 'Ask for a look at it' }).click();
  await writer.getByText('You have asked for a look at the answer.').waitFor();
  await writer.getByText('In review.').waitFor();
  await expectAccessible(writer);

  await lead.goto(`/assessments/${id}?state=in-review`);
  await lead.getByRole('link', { name: new RegExp(`^${criterion} `) }).click();
  await lead.getByText('Send it back with a comment').click();
  await lead.getByRole('button', { name: 'Send it back' }).click();
  await lead.getByRole('heading', { name: 'There is a problem' }).waitFor();
  await expectAccessible(lead);
  await lead.getByLabel('What is to be changed').fill('Say since when.');
  await lead.getByRole('button', { name: 'Send it back' }).click();
  await lead.getByText('Sent back.').waitFor();

  await writer.goto(`/assessments/${id}/criteria/${criterion}`);
  await writer.getByText('Say since when.').waitFor();
  await writer.getByRole('button', { name: 'Ask for a look at it' }).click();
  await writer.getByText('In review.').waitFor();
  await lead.reload();
  await lead.getByRole('button', { name: 'Agree to it' }).click();
  await lead.getByText('Agreed.').waitFor();
});
