import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCharterLibrary } from '#app/adapters/charter-files/charter-library.ts';
import { openEngine } from '#db/engine.sqlite.ts';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import { addAward } from '#tests/support/awards.ts';
import { testSeal } from '#tests/support/services.ts';
import {
  expectAccessible,
  leaveBrowser,
  enterAs,
  startBrowser,
  visit,
} from '#tests/support/browser.ts';
import { PEOPLE } from '#tests/support/people.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

let app: AppServer;
let browser: Browser;
let number: string;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), startBrowser()]);
  const engine = openEngine(
    path.join(app.folder, 'charter.db'),
    path.join(ROOT, 'db/migrations/sqlite'),
    { seal: testSeal() },
  );
  const library = await loadCharterLibrary(path.join(ROOT, 'charter-criteria'));
  const parts = { organisation: 'waiting', department: 'unit', awardedOn: '2026-03-05' };
  number = (await addAward({ engine, library }, { ...parts, publishedAt: null })).number;
  engine.close();
});
afterAll(async () => {
  await leaveBrowser(browser);
  await app?.stop();
});

test('an award is published after a look at it, found, objected to, and withdrawn', async () => {
  const { page: desk, complaints } = await visit(browser, { origin: app.origin, scripts: false });
  const { page: anyone } = await visit(browser, { origin: app.origin, width: 375, scripts: false });
  expect((await anyone.goto(`/awards/${number}`))?.status()).toBe(404);

  await enterAs(desk, PEOPLE.administrator);
  await desk.goto('/admin/awards');
  await desk.getByRole('link', { name: /Trust waiting/ }).click();
  await desk.getByRole('heading', { name: 'What becomes public' }).waitFor();
  await desk.getByRole('button', { name: 'Publish the award' }).click();
  await desk.getByText('There is a problem').waitFor();
  await desk.getByLabel(/I have read what becomes public/).check();
  // Three documents are made meanwhile, which takes its time where other tests run beside this one.
  await desk.getByRole('button', { name: 'Publish the award' }).click({ timeout: 60_000 });
  await desk.getByText('The award is in the register.').waitFor();
  await expectAccessible(desk);

  await anyone.goto('/awards');
  await anyone.getByLabel('Search', { exact: true }).fill('waiting');
  await anyone.getByRole('button', { name: 'Search' }).click();
  await anyone.getByRole('link', { name: /Trust waiting/ }).click();
  for (const name of [/award report/, /action plan/, /certificate/]) {
    const link = anyone.getByRole('link', { name }).first();
    const [file] = await Promise.all([anyone.waitForEvent('download'), link.click()]);
    expect(file.suggestedFilename()).toMatch(/\.pdf$/);
  }
  await anyone.getByRole('link', { name: 'Object to this award' }).click();
  await anyone.getByRole('button', { name: 'Send the objection' }).click();
  await anyone.getByText('There is a problem').waitFor();
  await expectAccessible(anyone);
  await anyone.getByLabel('Something in it is false or misleading').check();
  await anyone.getByLabel(/What exactly/).fill('The form was never used.');
  await anyone.getByLabel('Your name').fill('Oya Brandt');
  await anyone.getByLabel('Your email address').fill('oya@example.org');
  await anyone.getByRole('button', { name: 'Send the objection' }).click();
  await anyone.getByText('Your objection has arrived.', { exact: false }).waitFor();

  await desk.goto(`/admin/awards/${number}`);
  await expectAccessible(desk);
  await desk.getByLabel(/^Upheld/).check();
  await desk.getByLabel('Reason', { exact: true }).fill('The form was not in use.');
  await desk.getByRole('button', { name: 'Close the objection' }).click();
  await desk.getByText('The objection is closed.').waitFor();

  await anyone.goto(`/awards/${number}`);
  await anyone.getByRole('heading', { name: 'This award has been withdrawn' }).waitFor();
  await anyone.getByText('The form was not in use.').waitFor();
  await expectAccessible(anyone);
  await anyone.goto(`/verify/${number}`);
  await anyone
    .getByRole('heading', { name: 'This award was genuine, and has been withdrawn' })
    .waitFor();
  expect(complaints).toEqual([]);
});
