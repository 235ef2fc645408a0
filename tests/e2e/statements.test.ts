// Statements ticked one by one, in a browser, on the charter of format 2 that ships as a draft.
import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import {
  enterAs,
  expectAccessible,
  leaveBrowser,
  startBrowser,
  visit,
} from '#tests/support/browser.ts';
import { PEOPLE } from '#tests/support/people.ts';
import { publishedDraft } from '#tests/support/published-draft.ts';

let app: AppServer;
let browser: Browser;
let charters: string;

beforeAll(async () => {
  const made = await publishedDraft();
  charters = made.charters;
  const env = { CHARTER_DIR: charters };
  [app, browser] = await Promise.all([startApp({ folder: made.data, env }), startBrowser()]);
});
afterAll(async () => {
  await leaveBrowser(browser);
  await app?.stop();
  rmSync(charters, { recursive: true, force: true });
});

const saved = (page: Page) => page.getByText(/^Saved at \d\d:\d\d$/).waitFor();
const claimed = (page: Page, rating: string) =>
  page
    .getByRole('region', { name: 'What counts so far' })
    .getByText(`Claimed: ${rating}.`)
    .waitFor();
const group = (page: Page, rating: string) =>
  page.getByRole('group', { name: rating, exact: true }).getByRole('checkbox');
const ticks = async (page: Page, rating: string) =>
  Promise.all((await group(page, rating).all()).map((box) => box.isChecked()));

async function onCriterion(email: string, place: string, criterion: string, look: object) {
  const visited = await visit(browser, { origin: app.origin, ...look });
  await enterAs(visited.page, email);
  await visited.page.getByRole('link', { name: new RegExp(`^${place}`) }).click();
  await visited.page.getByRole('link', { name: new RegExp(`^${criterion} `) }).click();
  await visited.page.getByText('Which of these are true of you?').waitFor();
  return visited;
}

test('with scripts the rating follows the ticks at once', async () => {
  const place = 'Digital, data and estates';
  const { page, complaints } = await onCriterion(PEOPLE.beginner, place, 'M4', {});
  await expectAccessible(page);
  for (const box of await group(page, '1 Planned').all()) await box.check();
  await saved(page);
  await claimed(page, '1 (Planned)');

  await page.getByRole('button', { name: 'Tick all up to 3 Working' }).click();
  await claimed(page, '3 (Working)');
  expect(await ticks(page, '2 In place')).toEqual([true, true, true, true]);
  expect(await ticks(page, '4 Leading')).toEqual([false, false, false]);
  await group(page, '2 In place').first().uncheck();
  await claimed(page, '1 (Planned)');
  expect(await ticks(page, '3 Working')).toEqual([true, true, true]);

  await page.getByLabel('None of these yet').check();
  expect(await ticks(page, '1 Planned')).toEqual([false, false]);
  await claimed(page, '0 (Not started)');
  await group(page, '1 Planned').first().check();
  expect(await page.getByLabel('None of these yet').isChecked()).toBe(false);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Your answer is saved.').waitFor();
  expect(await ticks(page, '1 Planned')).toEqual([true, false]);
  await claimed(page, '0 (Not started)');
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

test('without scripts the buttons do the same, and what speaks against itself comes back', async () => {
  const place = 'Digital, data and estates';
  const look = { scripts: false, width: 375 };
  const { page } = await onCriterion(PEOPLE.beginner, place, 'G2', look);
  await page.getByRole('button', { name: 'Tick all up to 1 Planned' }).click();
  await page.getByText('Your answer is saved.').waitFor();
  await claimed(page, '1 (Planned)');
  expect(await ticks(page, '1 Planned')).not.toContain(false);
  await expectAccessible(page);

  const save = page.getByRole('button', { name: 'Save', exact: true });
  await page.getByLabel('None of these yet').check();
  await save.click();
  await claimed(page, '0 (Not started)');
  expect(await ticks(page, '1 Planned')).not.toContain(true);

  await group(page, '1 Planned').first().check();
  await save.click();
  await page.getByText('Your answer is saved.').waitFor();
  expect(await page.getByLabel('None of these yet').isChecked()).toBe(false);
  expect(await ticks(page, '1 Planned')).toEqual([true, false, false]);

  await group(page, '1 Planned').nth(1).check();
  await page.getByLabel('None of these yet').check();
  await save.click();
  const problem = page.getByRole('link', { name: /^Tick statements, or/ });
  await problem.waitFor();
  await expectAccessible(page);
  await problem.click();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('tick-1-1');
  expect(await ticks(page, '1 Planned')).toEqual([true, true, false]);
});

test('without scripts a choice of ‘tick all up to’ is there again where the form comes back', async () => {
  const place = 'Digital, data and estates';
  const { page } = await onCriterion(PEOPLE.beginner, place, 'G4', { scripts: false });
  await group(page, '4 Leading').first().check();
  // As pasted: typed, it would take longer than a test may.
  await page
    .getByLabel(/^What do you do/)
    .evaluate((field: HTMLTextAreaElement) => (field.value = 'x'.repeat(100_001)));
  await page.getByRole('button', { name: 'Tick all up to 2 In place' }).click();
  await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
  expect(await ticks(page, '2 In place')).not.toContain(false);
  expect(await ticks(page, '3 Working')).not.toContain(true);
  expect(await ticks(page, '4 Leading')).not.toContain(true);
});

test('two people at one answer see which statements the other has ticked', async () => {
  const place = 'Digital, data and estates';
  const look = { scripts: false };
  const first = await onCriterion(PEOPLE.beginner, place, 'M1', look);
  const second = await visit(browser, { origin: app.origin, ...look });
  await enterAs(second.page, PEOPLE.beginner);
  await second.page.goto(new URL(first.page.url()).pathname);
  const planned = group(first.page, '1 Planned');
  const [one = '', two = ''] = await Promise.all(
    (await planned.all()).map(async (box) => (await box.locator('..').innerText()).trim()),
  );
  await planned.nth(0).check();
  await first.page.getByRole('button', { name: 'Save', exact: true }).click();
  await first.page.getByText('Your answer is saved.').waitFor();
  await group(second.page, '1 Planned').nth(1).check();
  await second.page.getByRole('button', { name: 'Save', exact: true }).click();
  const both = second.page.getByRole('alert');
  await both.getByText('This answer was changed while you were writing').waitFor();
  await expectAccessible(second.page);
  const side = async (name: string) =>
    both
      .locator('div', { has: second.page.getByRole('heading', { name }) })
      .last()
      .innerText();
  expect(await side('Saved now')).toContain(one);
  expect(await side('Saved now')).not.toContain(two);
  expect(await side('Yours')).toContain(two);
});

test('whoever signs is told what stops them, and has no form for what cannot be done', async () => {
  const { page } = await visit(browser, { origin: app.origin, scripts: false });
  await enterAs(page, PEOPLE.sponsor);
  await page.getByRole('link', { name: /^Therapies and rehabilitation/ }).click();
  await page.goto(`${new URL(page.url()).pathname}/sign`);
  await page.getByRole('heading', { name: 'Sign the declaration' }).waitFor();
  await page.getByRole('heading', { name: 'To put right before it can be signed' }).waitFor();
  await page
    .getByRole('link', { name: /is not confirmed one by one/ })
    .first()
    .waitFor();
  expect(await page.getByRole('button', { name: 'Sign', exact: true }).count()).toBe(0);
  expect(await page.getByLabel('Your password').count()).toBe(0);
  await expectAccessible(page);
});

describe.each([
  ['with scripts', { scripts: true }, 'G3'],
  ['without scripts', { scripts: false, width: 375 }, 'M3'],
] as const)('a rating that came without its statements, %s', (_, look, criterion) => {
  test('counts, is told wherever it stands, and is confirmed by ticking', async () => {
    const place = 'Therapies and rehabilitation';
    const { page } = await onCriterion(PEOPLE.lead, place, criterion, look);
    await page.getByText(/came without all of its statements/).waitFor();
    await claimed(page, '2 (In place)');
    await expectAccessible(page);

    await page.getByRole('link', { name: 'Task list', exact: true }).click();
    await page.getByText('Rating 2 claimed. Not confirmed one by one').first().waitFor();
    await page.getByRole('link', { name: 'Where we stand' }).click();
    await page.getByRole('heading', { name: 'Not confirmed one by one' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Check and submit' }).click();
    const obstacle = page.getByRole('link', {
      name: new RegExp(`^${criterion} .*is not confirmed one by one`),
    });
    await obstacle.waitFor();
    await expectAccessible(page);

    await obstacle.click();
    await page.getByRole('button', { name: 'Tick all up to 2 In place' }).click();
    await page.getByText('Not confirmed one by one.').waitFor({ state: 'detached' });
    await claimed(page, '2 (In place)');
    await page.getByRole('link', { name: 'Check and submit' }).click();
    await page.getByRole('heading', { name: 'Check and submit' }).waitFor();
    expect(await obstacle.count()).toBe(0);
  });
});
