// A charter tried in a real browser: its findings and its counts, wide and narrow, with scripts and without.
import { cpSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import {
  enterAs,
  expectAccessible,
  leaveBrowser,
  startBrowser,
  visit,
} from '#tests/support/browser.ts';
import { decidedAgain } from '#tests/support/decided-again.ts';
import { PEOPLE } from '#tests/support/people.ts';
import { servicesOn } from '#tests/support/services.ts';

const FOLDER = path.join('charter-criteria', 'bme-mentoring', '1.0.0');

let app: AppServer;
let browser: Browser;

beforeAll(async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'trial-'));
  cpSync(inject('dataFolder'), folder, { recursive: true });
  const services = await servicesOn(folder);
  await decidedAgain(services, 23);
  services.close();
  [app, browser] = await Promise.all([startApp({ folder }), startBrowser()]);
});
afterAll(async () => {
  await leaveBrowser(browser);
  await app?.stop();
});

/** The version that was decided under as a later one, in the folder of its name. */
function zip(changed: (levels: string) => string): Buffer {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => {
      const text = readFileSync(path.join(FOLDER, name), 'utf8');
      const next =
        name === 'charter.yaml' ? text.replace('version: 1.0.0', 'version: 9.0.0') : text;
      const content = name === 'levels.yaml' ? changed(next) : next;
      return [`bme-mentoring/9.0.0/${name}`, strToU8(content)] as const;
    });
  return Buffer.from(zipSync(Object.fromEntries(files)));
}

test.each([
  [1200, true],
  [375, true],
  [375, false],
])('a charter is tried, %i wide, with scripts: %s', async (width, scripts) => {
  const { page, complaints } = await visit(browser, { origin: app.origin, width, scripts });
  await enterAs(page, PEOPLE.administrator);
  await page.goto('/admin/charters');
  await page.getByRole('link', { name: 'Try a charter before it is published' }).click();
  const choose = async (buffer: Buffer) => {
    const file = { name: 'charter.zip', mimeType: 'application/zip', buffer };
    await page.getByLabel('Zip of the folder of one version').setInputFiles(file);
    await page.getByRole('button', { name: 'Try it' }).click();
  };
  await page.getByRole('button', { name: 'Try it' }).click();
  await page.getByText('Choose a zip file').first().waitFor();
  await expectAccessible(page);

  await choose(zip((levels) => levels.replace('label:', 'lable:')));
  await page.getByRole('heading', { name: 'This charter is not sound yet' }).waitFor();
  expect(
    await page.getByRole('region', { name: 'Mistakes by file and line' }).innerText(),
  ).toContain('levels.yaml');
  await expectAccessible(page);

  await choose(zip((levels) => levels));
  await page.getByRole('heading', { name: /^Trial of .*9\.0\.0/ }).waitFor();
  await page.getByText('About 25 departments have a decided submission').waitFor();
  await page.getByRole('heading', { name: 'How it will look' }).waitFor();
  expect(await page.content()).not.toContain('Secret department');
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});
