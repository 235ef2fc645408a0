// The typeface of every page, and pages that hold without it: people have other fonts, and some set
// letters wider (WCAG 1.4.12).
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import { leaveBrowser, enterAs, startBrowser, visit } from '#tests/support/browser.ts';
import { PEOPLE } from '#tests/support/people.ts';

const TYPEFACE = 'Atkinson Hyperlegible Next';

let app: AppServer;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), startBrowser()]);
});
afterAll(async () => {
  await leaveBrowser(browser);
  await app?.stop();
});

/** The path of the one assessment that both the lead and the contributor have. */
async function assessmentOf(page: Page): Promise<string> {
  const link = page.getByRole('link', { name: /^Therapies and rehabilitation/ });
  return (await link.getAttribute('href')) ?? '';
}

/** The fonts that the letters of an element are truly drawn with; each weight has a name of its own. */
async function drawnWith(page: Page, selector: string): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
  await session.detach();
  return fonts.map(({ familyName }) => familyName.replace(/ SemiBold$/, ''));
}

describe('pages are set in the typeface of the documents', () => {
  test('every element names it, Arial behind it, form controls and buttons too', async () => {
    const { page } = await visit(browser, { origin: app.origin });
    await enterAs(page, PEOPLE.lead);
    const assessment = await assessmentOf(page);
    for (const path of ['', '/criteria/M3', '/criteria/M3/evidence', '/where-we-stand']) {
      await page.goto(assessment + path);
      const others = await page.evaluate((name) => {
        const own = [...document.querySelectorAll('body, body *')].filter(
          (element) => element.closest('code, pre') === null,
        );
        const drawn = own.map((element) => [element.tagName, getComputedStyle(element).fontFamily]);
        const button = document.querySelector('input[type=file]');
        if (button !== null) {
          const { fontFamily } = getComputedStyle(button, '::file-selector-button');
          drawn.push(['the button of a file', fontFamily]);
        }
        return drawn.filter(([, font]) => font !== `"${name}", arial, sans-serif`);
      }, TYPEFACE);
      expect(others, path).toEqual([]);
    }
  });

  test('its letters are drawn with it, also those beyond Latin', async () => {
    const { page, complaints } = await visit(browser, { origin: app.origin });
    await page.goto('/sign-in');
    await page.evaluate(() => document.fonts.ready);
    for (const element of ['h1', 'label', '.nhsuk-button']) {
      expect(await drawnWith(page, element), element).toEqual([TYPEFACE]);
    }
    await enterAs(page, PEOPLE.contributor);
    await page.evaluate(() => document.fonts.ready);
    const name = page.getByText('Siân Llŷr-Wynne').first();
    await name.evaluate((element) => element.setAttribute('id', 'welsh-name'));
    expect(new Set(await drawnWith(page, '#welsh-name'))).toEqual(new Set([TYPEFACE]));
    expect(complaints).toEqual([]);
  });

  test('a page asks early for the files that it needs, once, and for no other', async () => {
    const { page } = await visit(browser, { origin: app.origin });
    const asked: string[] = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.endsWith('.woff2')) asked.push(pathname);
    });
    await page.goto('/help');
    await page.evaluate(() => document.fonts.ready);
    const preloads = page.locator('link[rel=preload][as=font]');
    const early = await preloads.evaluateAll((links) =>
      links.map((link) => link.getAttribute('href') ?? ''),
    );
    expect(asked.toSorted()).toEqual(early.toSorted());
    expect(early).toHaveLength(2);
    const { headers } = await fetch(app.origin + (early[0] ?? ''));
    expect(headers.get('content-type')).toBe('font/woff2');
    expect(headers.get('cache-control')).toContain('immutable');
  });
});

const FALLBACKS = [
  ['what stands behind it on this machine', {}],
  ['a narrow font', { 'font-family': 'DejaVu Sans Condensed, Arial Narrow, sans-serif' }],
  ['a wide font', { 'font-family': 'DejaVu Sans Mono, monospace' }],
  ['letters set wide', { 'letter-spacing': '0.12em', 'word-spacing': '0.16em' }],
] as const;

describe('where the typeface does not come, no page at 320 px scrolls sideways', () => {
  const PAGES = [
    '',
    '?mine=yes',
    '/criteria/M3',
    '/criteria/M3/comments',
    '/criteria/G1/evidence',
    '/where-we-stand',
    '/actions',
    '/indicators/mentoring-reach',
    '/documents',
    '/team',
  ];
  test.each([
    ['anyone', null, ['/', '/sign-in', '/cookies', '/awards', '/verify/MC-2026-0001']],
    ['a contributor', PEOPLE.contributor, ['/', '/calendar', ...PAGES]],
    ['an administrator', PEOPLE.administrator, ['/admin', '/admin/desk', '/admin/rounds']],
  ] as const)('for %s', async (_, email, paths) => {
    const { page } = await visit(browser, { origin: app.origin, width: 320 });
    await page.route('**/*.woff2', (route) => route.abort());
    if (email !== null) await enterAs(page, email);
    const assessment = email === PEOPLE.contributor ? await assessmentOf(page) : '';
    for (const path of paths) {
      await page.goto(PAGES.some((one) => one === path) ? assessment + path : path);
      for (const [font, style] of FALLBACKS) {
        const over = await page.evaluate((wanted) => {
          const root = document.documentElement;
          root.removeAttribute('style');
          for (const [name, value] of Object.entries(wanted)) root.style.setProperty(name, value);
          return root.scrollWidth - root.clientWidth;
        }, style);
        expect(over, `${path} in ${font}`).toBeLessThanOrEqual(0);
      }
    }
  });
});
