// The same pages on paper and in the reader's own colours.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import { leaveBrowser, enterAs, startBrowser, visit } from '#tests/support/browser.ts';
import { withDatabase } from '#tests/support/http.ts';
import { PEOPLE } from '#tests/support/people.ts';

let app: AppServer;
let browser: Browser;
let page: Page;
let assessment: string;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), startBrowser()]);
  ({ page } = await visit(browser, { origin: app.origin, scripts: false }));
  await enterAs(page, PEOPLE.lead);
  const link = page.locator('main :is(h2, th) a[href^="/assessments/"]').first();
  assessment = (await link.getAttribute('href')) ?? '';
});
afterAll(async () => {
  await leaveBrowser(browser);
  await app?.stop();
});

test('on paper a page is what is read: whole texts, no navigation, no buttons, no addresses', async () => {
  const long = Array.from({ length: 80 }, (_, line) => `Line ${line} of what we do.`).join('\n');
  withDatabase(app.folder, (database) =>
    database.prepare("update answers set narrative = ? where criterion = 'G1'").run(long),
  );
  await page.emulateMedia({ media: 'print' });
  for (const path of ['', '/criteria/G1', '/where-we-stand', '/actions']) {
    await page.goto(assessment + path);
    for (const what of ['nav', 'button', '.nhsuk-skip-link', '.nhsuk-footer', '.app-ways']) {
      expect(await page.locator(`${what}:visible`).count(), `${what} of ${path}`).toBe(0);
    }
    const behind = await page.$$eval('main a', (links) =>
      links
        .map((one) => getComputedStyle(one, '::after').content)
        .filter((text) => text !== 'none'),
    );
    expect(behind, path).toEqual([]);
  }
  // On the paper of an A4 page the plan is whole, without the column whose buttons are gone.
  await page.setViewportSize({ width: 718, height: 1000 });
  await page.goto(`${assessment}/actions`);
  expect(await page.getByText('Status', { exact: true }).first().isVisible()).toBe(true);
  expect(await page.getByText('Order', { exact: true }).first().isVisible()).toBe(false);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(718);
  await page.setViewportSize({ width: 1200, height: 900 });
  await page.goto(`${assessment}/criteria/G1`);
  const box = page.getByLabel('What do you do, and what difference does it make?');
  const [shown, whole] = await box.evaluate((one) => [one.clientHeight, one.scrollHeight]);
  expect(shown).toBeGreaterThanOrEqual(whole ?? 0);
  // What is folded on the screen is unfolded.
  const guidance = page.getByText('Evidence that would persuade a panel:');
  expect((await guidance.boundingBox())?.height).toBeGreaterThan(0);
  await page.emulateMedia({ media: 'screen' });
});

test('on a telephone a long address breaks instead of going on beside the window', async () => {
  const rename = (to: string) =>
    withDatabase(app.folder, (database) =>
      database.prepare('update user set email = ? where name = ?').run(to, 'Niamh O’Dowd'),
    );
  rename(`${'wilhelmina.featherstonehaugh'.repeat(2)}@northfield.example`);
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto('/account/address');
  expect(await page.getByText('featherstonehaugh').first().isVisible()).toBe(true);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  rename(PEOPLE.lead);
  await page.setViewportSize({ width: 1200, height: 900 });
});

test('in the reader’s own colours the chart is drawn in them, on white and on black', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    await page.goto(`${assessment}/where-we-stand`);
    const chart = page.locator('svg.app-chart--wide');
    const colours = await chart.evaluate((svg) => {
      const probe = document.createElement('span');
      document.body.append(probe);
      const system = (name: string) => {
        probe.style.setProperty('color', name);
        return getComputedStyle(probe).color;
      };
      const of = (selector: string, property: 'fill' | 'stroke') => {
        const found = svg.querySelector(selector);
        return found === null ? '' : getComputedStyle(found)[property];
      };
      return {
        ground: getComputedStyle(svg).backgroundColor,
        canvas: system('Canvas'),
        ink: system('CanvasText'),
        text: of('.app-chart__text', 'fill'),
        line: of('.app-chart__line[stroke-dasharray]', 'stroke'),
        bar: of('.app-chart__solid.app-chart__area', 'fill'),
        highlight: system('Highlight'),
      };
    });
    expect(colours.ground).toBe(colours.canvas);
    expect(colours.text).toBe(colours.ink);
    expect(colours.line).toBe(colours.ink);
    expect(colours.bar).toBe(colours.highlight);
  }
  await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
});
