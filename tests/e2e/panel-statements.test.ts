// A panel on the charter with statements: the chair ticks what the panel finds true, with and without scripts, and the
// department reads it in the decision.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  enterAs,
  expectAccessible,
  leaveBrowser,
  startBrowser,
  visit,
} from '#tests/support/browser.ts';
import { PANEL } from '#tests/support/reviewed-app.ts';
import { type TickedReview, tickedReview } from '#tests/support/ticked-review.ts';

let at: TickedReview;
let browser: Browser;

beforeAll(async () => {
  [at, browser] = await Promise.all([tickedReview(), startBrowser()]);
}, 60_000);
afterAll(async () => {
  await leaveBrowser(browser);
  await at?.app.stop();
});

const discussion = (criterion: string) => `/reviews/${at.review}/discussion/${criterion}`;

async function open(email: string, criterion: string, look: object) {
  const visited = await visit(browser, { origin: at.app.origin, ...look });
  await enterAs(visited.page, email);
  await visited.page.goto(discussion(criterion));
  return visited;
}

const group = (page: Page, rating: string) =>
  page.getByRole('group', { name: rating, exact: true }).getByRole('checkbox');
const ticks = async (page: Page, rating: string) =>
  Promise.all((await group(page, rating).all()).map((box) => box.isChecked()));
const reason = (page: Page) => page.getByLabel('Reason', { exact: true });
const agree = (page: Page) => page.getByRole('button', { name: 'Save and go to the list' }).click();
const agreedOf = (page: Page, criterion: string) =>
  page
    .getByRole('row', { name: new RegExp(`^${criterion} `) })
    .getByRole('cell')
    .last();

test('the chair ticks statements, which stay a draft until they are agreed', async () => {
  const { page, complaints } = await open(PANEL.chair, 'G3', {});
  const table = page.getByRole('table', { name: 'Statements, and who finds them true' });
  // The department ticks all of ratings 1 and 2; the reviewers all of 1.
  expect(await table.getByRole('cell', { name: '3 of 3' }).count()).toBe(3);
  expect(await table.getByRole('cell', { name: 'Ticked', exact: true }).count()).toBe(7);
  await page.getByRole('button', { name: 'Tick all up to 1 Planned' }).click();
  await group(page, '2 In place').first().check();
  const now = 'What is ticked gives the rating 1 Planned. For more, tick all of 2 In place first.';
  await page.getByText(now).waitFor();
  await page.getByText(/^Saved at \d\d:\d\d as your draft/).waitFor();
  await page.reload();
  await page.getByText(now).waitFor();
  expect(await ticks(page, '1 Planned')).toEqual([true, true, true]);
  expect(await ticks(page, '2 In place')).toEqual([true, false, false, false]);
  await page.getByLabel('None of these yet').check();
  expect(await ticks(page, '1 Planned')).toEqual([false, false, false]);
  await page.getByRole('button', { name: 'Tick all up to 2 In place' }).click();
  await group(page, '2 In place').last().uncheck();
  await reason(page).fill('The offer is written, and not known on nights.');
  await expectAccessible(page);
  await agree(page);
  await page.getByRole('row', { name: /^G3 / }).getByText('1 (Planned)').last().waitFor();
  expect(complaints).toEqual([]);
});

test('without scripts, on a phone, a button ticks, and what is agreed is read by the others', async () => {
  const { page } = await open(PANEL.chair, 'M1', { scripts: false, width: 375 });
  await reason(page).fill('Nobody has signed it yet.');
  await page.getByRole('button', { name: 'Tick all up to 1 Planned' }).click();
  await page.getByText('Your draft is saved.').waitFor();
  expect(await reason(page).inputValue()).toBe('Nobody has signed it yet.');
  expect(await ticks(page, '1 Planned')).not.toContain(false);
  await expectAccessible(page);
  await group(page, '1 Planned').first().uncheck();
  await page.getByLabel('None of these yet').check();
  await agree(page);
  expect(await agreedOf(page, 'M1').textContent()).toContain('0 (Not started)');

  const { page: theirs } = await open(PANEL.orla, 'M1', { scripts: false, width: 375 });
  const agreed = theirs.getByRole('region', { name: /^Agreed:/ });
  await agreed.getByText('None of these yet').waitFor();
  await agreed.getByText('Nobody has signed it yet.').waitFor();
  await expectAccessible(theirs);
});

test('what two windows of the chair tick is shown side by side', async () => {
  const look = { scripts: false };
  const { page: one } = await open(PANEL.chair, 'M3', look);
  const { page: other } = await open(PANEL.chair, 'M3', look);
  for (const [page, text] of [
    [one, 'First'],
    [other, 'Second'],
  ] as const) {
    await group(page, '1 Planned')
      .nth(page === one ? 0 : 1)
      .check();
    await reason(page).fill(text);
    await agree(page);
  }
  await other.getByText('This was changed in another window').waitFor();
  await expectAccessible(other);
  expect(await ticks(other, '1 Planned')).toEqual([false, true]);
  await agree(other);
  await other.getByText('What is agreed is saved.').waitFor();
  await other.goto(discussion('M3'));
  expect(await ticks(other, '1 Planned')).toEqual([false, true]);
});
