// A criterion in one view: rating, text, files and save without another page; counted as a person would count.
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

let app: AppServer;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), startBrowser()]);
});
afterAll(async () => {
  await leaveBrowser(browser);
  await app?.stop();
});

const NARRATIVE = 'What do you do, and what difference does it make?';
const MINUTES = { mimeType: 'text/plain', buffer: Buffer.from('Agreed by the board in March.') };

/** The page of a criterion of a department that has just started. */
async function onCriterion(criterion: string, look: object = {}) {
  const visited = await visit(browser, { origin: app.origin, ...look });
  await enterAs(visited.page, PEOPLE.beginner);
  await visited.page.getByRole('link', { name: /^Digital, data and estates/ }).click();
  await visited.page.getByRole('link', { name: new RegExp(`^${criterion} `) }).click();
  await visited.page.getByLabel(NARRATIVE).waitFor();
  return visited;
}

const evidence = (page: Page) => page.getByRole('region', { name: 'Evidence' });
const attached = (page: Page, title: string) =>
  evidence(page).getByRole('heading', { name: title, exact: true }).waitFor();

describe('a lead', () => {
  test('answers with a new file in four actions and one view of a page, criterion after criterion', async () => {
    const { page, complaints } = await onCriterion('M1');
    let views = 0;
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) views += 1;
    });
    const criteria = ['M1', 'M2', 'M3'];
    let actions = 0;
    const act = async (done: Promise<unknown>) => {
      await done;
      actions += 1;
    };
    for (const criterion of criteria) {
      await page.getByRole('heading', { level: 1, name: criterion }).waitFor();
      await act(page.getByRole('radio', { name: /^2 / }).check());
      await act(page.getByLabel(NARRATIVE).fill(`What we do about ${criterion}.`));
      const file = { name: `board_minutes ${criterion}.txt`, ...MINUTES };
      await act(page.getByLabel('Add files').setInputFiles(file));
      await act(page.getByRole('button', { name: 'Save and continue' }).click());
      await page.getByText(`Your answer to ${criterion} is saved.`).waitFor();
    }
    expect(actions).toBe(4 * criteria.length);
    expect(views).toBe(criteria.length);
    await page.getByRole('link', { name: 'Task list', exact: true }).click();
    for (const criterion of criteria) {
      await page.getByRole('link', { name: new RegExp(`^${criterion} `) }).click();
      await attached(page, `board minutes ${criterion}`);
      await page.getByText('Supported: 2 (In place).').waitFor();
      await page.goBack();
    }
    expect(complaints).toEqual([]);
  });

  test('adds several files at once; one that is refused says why, and nothing typed is lost', async () => {
    const { page, complaints } = await onCriterion('M4');
    await page.getByLabel(NARRATIVE).fill('Typed before the files.');
    await page.getByLabel('Add files').setInputFiles([
      { name: 'offer.txt', ...MINUTES },
      { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
      { name: 'roster.csv', mimeType: 'text/csv', buffer: Buffer.from('month,hours\n1,2\n') },
    ]);
    await attached(page, 'offer');
    await attached(page, 'roster');
    const lines = evidence(page).getByRole('status').getByRole('listitem');
    expect(await lines.count()).toBe(3);
    expect(await lines.nth(0).innerText()).toMatch(/^offer\.txt\s+Attached$/);
    expect(await lines.nth(1).innerText()).toMatch(/^empty\.txt\s+.*empty/i);
    expect(await page.getByLabel(NARRATIVE).inputValue()).toBe('Typed before the files.');
    await expectAccessible(page);
    expect(complaints.filter((complaint) => !complaint.includes('422'))).toEqual([]);
  });

  test('stays where a file fails while it is saved, and says so', async () => {
    const { page } = await onCriterion('M7');
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    await page.route('**/criteria/M7/files', async (route) => {
      await held;
      await route.continue();
    });
    await page
      .getByLabel('Add files')
      .setInputFiles([{ name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) }]);
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await page.getByText('Waiting until the files are there.').waitFor();
    release();
    await page.getByText('A file was not attached.').waitFor();
    expect(new URL(page.url()).pathname).toMatch(/criteria\/M7$/);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/empty/i);
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await page.waitForURL(/criteria\/(?!M7)/);
  });

  test('takes a file that is let go beside its place', async () => {
    const { page } = await onCriterion('M8');
    const dropped = await page.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(new File(['Beside.'], 'beside.txt'));
      return data;
    });
    await page.getByLabel(NARRATIVE).dispatchEvent('drop', { dataTransfer: dropped });
    await attached(page, 'beside');
  });

  test('drops a file, and saves by the keys that save everywhere', async () => {
    const { page, complaints } = await onCriterion('M5', { width: 375 });
    const dropped = await page.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(new File(['What mentees say.'], 'what mentees say.txt'));
      return data;
    });
    await page.locator('[data-files]').dispatchEvent('drop', { dataTransfer: dropped });
    await attached(page, 'what mentees say');
    await page.getByLabel(NARRATIVE).fill('Written, and not left.');
    await page.keyboard.press('Control+s');
    await page.getByText(/^Saved at \d\d:\d\d$/).waitFor();
    await expectAccessible(page);
    expect(complaints).toEqual([]);
  });
});

test('without scripts the place for files is not there, and the form is', async () => {
  const { page } = await onCriterion('S1', { scripts: false, width: 320 });
  expect(await page.getByLabel('Add files').isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Save and add evidence' }).click();
  await page.getByRole('heading', { name: 'Add evidence' }).waitFor();
});

test('the scripts of the page are an enhancement: at most 40 kB as sent', async () => {
  const { page } = await onCriterion('S2');
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    sizes.push(
      response.body().then((body) => Number(response.headers()['content-length'] ?? body.length)),
    );
  });
  await page.reload();
  await page.waitForLoadState('load');
  const sent = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  expect(sizes.length).toBeGreaterThan(0);
  expect(sent).toBeLessThanOrEqual(40_000);
});
