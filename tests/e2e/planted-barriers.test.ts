// What the tests of every page rest on: a barrier that is planted on a page is found, and where no script
// runs as well.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violationsOn } from '#tests/support/axe.ts';
import { leaveBrowser, startBrowser } from '#tests/support/browser.ts';

const PAGE = (body: string) =>
  `<!doctype html><html lang="en"><title>Planted</title><main><h1>Planted</h1>${body}</main></html>`;
const MARK = '<script>document.title = "A script has run"</script>';

let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => leaveBrowser(browser));

test.each([true, false])('a planted barrier is found, scripts: %s', async (scripts) => {
  const context = await browser.newContext({ javaScriptEnabled: scripts });
  const page = await context.newPage();
  await page.setContent(PAGE(`<p>Whole</p>${MARK}`));
  expect(await violationsOn(page, scripts)).toEqual([]);
  await page.setContent(
    PAGE(`<img src="data:,"><input><p style="color: #999; background: #fff">Pale</p>${MARK}`),
  );
  const rules = (await violationsOn(page, scripts)).map((found) => found.split(':')[0]);
  expect(rules).toEqual(['color-contrast', 'image-alt', 'label']);
  // The page itself is left as it was: its scripts run where they may, and nowhere else.
  expect(await page.title()).toBe(scripts ? 'A script has run' : 'Planted');
  await page.goto(`data:text/html,${encodeURIComponent(PAGE(MARK))}`);
  expect(await page.title()).toBe(scripts ? 'A script has run' : 'Planted');
});
