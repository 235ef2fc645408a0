import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import {
  expectAccessible,
  leaveBrowser,
  signIn,
  startBrowser,
  visit,
} from '#tests/support/browser.ts';
import { PEOPLE } from '#tests/support/people.ts';
import { readPdf } from '#tests/support/pdf-read.ts';

let app: AppServer;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), startBrowser()]);
});
afterAll(async () => {
  await leaveBrowser(browser);
  await app?.stop();
});

describe.each([
  ['with scripts', true, 1200],
  ['without scripts', false, 375],
] as const)('a department goes from sign-in to a downloaded plan %s', (_, scripts, width) => {
  test('start, answer, attach, count, stand, plan, download', async () => {
    const { origin } = app;
    const { page, complaints, context } = await visit(browser, { origin, scripts, width });
    await signIn(page, PEOPLE.beginner);
    await expectAccessible(page);

    await page.getByRole('link', { name: 'Start an assessment' }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Start' }).click();
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    expect(await page.title()).toMatch(/^Error: /);
    await expectAccessible(page);
    const charter = page.getByRole('group', { name: /^Mentoring charter .*version 1\./ });
    await charter.getByLabel('Aim for Bronze').check();
    await page.getByRole('button', { name: 'Start' }).click();
    // Digital, data and estates has a draft already: nothing is started beside it unasked.
    await page.getByText('Nothing was started').first().waitFor();
    await expectAccessible(page);
    await page.getByLabel('Yes, start another one for the same charter').check();
    await page.getByLabel('Name (optional)').fill(scripts ? 'With scripts' : 'Without scripts');
    await page.getByRole('button', { name: 'Start' }).click();
    await page.getByText('The assessment is started.').waitFor();
    await expectAccessible(page);
    const assessment = new URL(page.url()).pathname;

    await page.getByRole('link', { name: /^G1 / }).click();
    await expectAccessible(page);
    await page.getByLabel('2 In place').check();
    const narrative =
      'Our sponsor, Siân O’Dowd, released two days a month.\n\nThe board minuted it.';
    await page.getByLabel('What do you do, and what difference does it make?').fill(narrative);
    await page.getByRole('button', { name: 'Save and add evidence' }).click();

    await page.getByRole('heading', { name: 'Add evidence' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Attach the evidence' }).click();
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    await expectAccessible(page);
    await page.getByLabel('Title').fill('Board minute of 14 March');
    await page.getByLabel('What it shows').fill('The sponsor was named.');
    const file = { name: 'minute.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') };
    await page.getByLabel('Or a file', { exact: true }).setInputFiles(file);
    await page.getByRole('button', { name: 'Attach the evidence' }).click();
    await page.getByText('The evidence is attached.').waitFor();
    await expectAccessible(page);
    expect(await page.locator('textarea#narrative').inputValue()).toBe(narrative);
    await page.getByText('Supported: 2 (In place).').waitFor();

    await page.goto(`${assessment}/indicators/mentoring-reach`);
    await page.getByLabel('All BME staff').fill('1,200');
    await page.getByLabel('Of these: BME staff who have a mentor').fill('1300');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    await expectAccessible(page);
    await page.getByLabel('Of these: BME staff who have a mentor').fill('96');
    await page.getByLabel('All white staff').fill('3000');
    await page.getByLabel('Of these: white staff who have a mentor').fill('300');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The relative likelihood is 0.80.').waitFor();
    await expectAccessible(page);

    await page.getByRole('link', { name: 'Where we stand' }).click();
    await page.getByRole('heading', { name: 'Where we stand' }).waitFor();
    await expectAccessible(page);
    await page.locator('svg.app-chart:visible').waitFor();
    expect(await page.locator('script[src*="chart"], canvas').count()).toBe(0);
    await page
      .getByRole('link', { name: /^Not this year/ })
      .first()
      .click();
    await page.getByRole('heading', { name: 'Left out: not this year' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: /^Allow again/ }).click();
    await page
      .getByRole('link', { name: /^Add to action plan/ })
      .first()
      .click();

    await page.getByText('This is what the charter suggests.').waitFor();
    await expectAccessible(page);
    const objective = await page.getByLabel('Objective').inputValue();
    expect(objective).not.toBe('');
    await page.getByLabel('Owner').fill('Niamh O’Dowd');
    await page.getByRole('button', { name: 'Add to the plan' }).click();
    await page.getByText('The action is added to the plan.').waitFor();
    await expectAccessible(page);

    await page
      .getByRole('navigation', { name: 'Assessment' })
      .getByRole('link', { name: 'Documents' })
      .click();
    await expectAccessible(page);
    const cookies = await context.cookies();
    const plan = await fetch(`${origin}${assessment}/documents/action-plan`, {
      headers: { Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') },
    });
    expect(plan.headers.get('content-disposition')).toMatch(/^attachment; filename="action-plan-/);
    const pdf = await readPdf(new Uint8Array(await plan.arrayBuffer()));
    expect(spaced(pdf.pages.join(' '))).toContain(spaced(objective));
    expect(complaints).toEqual([]);
  });
});

/** A text without its line breaks. */
function spaced(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
