// A real Chromium: one that is installed, where CHROMIUM_PATH or the usual places name it, else the one
// inside an npm package. Pages collect what a browser complains of, and axe looks at them.
import { existsSync } from 'node:fs';
import packaged from '@sparticuz/chromium';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { violationsOn } from './axe.ts';
import { PASSWORD } from './people.ts';
import { closeWindows, windowFor } from './windows.ts';

const INSTALLED = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

const UNWANTED = [
  '--single-process',
  '--no-zygote',
  '--disable-web-security',
  '--allow-running-insecure-content',
  '--ignore-gpu-blocklist',
  '--use-gl',
  '--use-angle',
  '--enable-unsafe-swiftshader',
];

/**
 * What a page does is done once in its short life, so that a compiler which takes its time never gets it back, and
 * one that takes none is used at once; and two services of the browser need no process of their own.
 */
const CHEAP = [
  '--js-flags=--no-turbofan,--no-maglev,--always-sparkplug',
  '--in-process-gpu',
  '--enable-features=NetworkServiceInProcess2',
];

/** One for all files of a worker; it ends with the worker's process. */
let started: Promise<Browser> | undefined;

/** The browser. Where it cannot start, the error says what is missing and how to point at another. */
export function startBrowser(): Promise<Browser> {
  started ??= launch();
  return started;
}

/** Leaves the browser to the next file as a new one would be: without pages, cookies or anything kept. */
export async function leaveBrowser(browser: Browser | undefined): Promise<void> {
  if (browser !== undefined) await closeWindows(browser);
}

async function launch(): Promise<Browser> {
  const installed = INSTALLED.find((file) => file !== undefined && existsSync(file));
  const executablePath = installed ?? (await packaged.executablePath());
  // Of the arguments that come with it: one process for each page, the web's security as people have it,
  // and pages drawn without the imitation of a graphics card, which takes a quarter longer.
  const own = packaged.args.filter((arg) => !UNWANTED.some((start) => arg.startsWith(start)));
  const args = [...(installed === undefined ? own : ['--no-sandbox']), ...CHEAP];
  try {
    return await chromium.launch({ executablePath, args, headless: true });
  } catch (error) {
    const missing = /lib[\w.+-]+\.so[\w.]*/.exec(String(error))?.[0];
    const why = missing === undefined ? String(error) : `the library ${missing} is missing`;
    throw new Error(
      `Chromium did not start: ${why}. Install it, or set CHROMIUM_PATH to an installed browser.`,
      { cause: error },
    );
  }
}

export type Visit = { readonly page: Page; readonly complaints: string[] };

type VisitOptions = {
  readonly origin: string;
  readonly scripts?: boolean;
  readonly width?: number;
};

/** A page in a window that no other visit of this test has; console errors, page errors and foreign requests are collected. */
export async function visit(
  browser: Browser,
  { origin, scripts = true, width = 1200 }: VisitOptions,
): Promise<Visit & { readonly context: BrowserContext }> {
  const { context, page, complaints } = await windowFor(browser, { origin, scripts, width });
  looks.set(context, { origin, scripts });
  return { context, page, complaints };
}

/** Signs in by the form, as a person does: where signing in is what is looked at. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
}

/**
 * Signs in by the request that the form sends, and opens the home page: everywhere else, because two more pages
 * that are drawn and filled in cost more than most of what comes after them.
 */
export async function enterAs(page: Page, email: string): Promise<void> {
  const { origin } = lookOf(page);
  const answer = await page.context().request.post('/sign-in', {
    form: { email, password: PASSWORD },
    headers: { Origin: origin, 'Sec-Fetch-Site': 'same-origin' },
    maxRedirects: 0,
  });
  if (answer.status() !== 303) throw new Error(`${email} cannot sign in: ${answer.status()}`);
  await page.goto('/');
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
}

/** No violation of WCAG 2.2 A and AA, one h1, and a page that is not wider than its window. */
export async function expectAccessible(page: Page): Promise<void> {
  // A click ends once the next document begins; it is looked at when all of it is there.
  await page.waitForLoadState('domcontentloaded');
  const found = await violationsOn(page, lookOf(page).scripts);
  expect(found, page.url()).toEqual([]);
  const shown = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const frames = window.innerWidth > 640 ? [] : [...document.querySelectorAll('.app-scroll')];
    const beside = frames
      .filter((frame) => frame.scrollWidth > frame.clientWidth + 1)
      .flatMap((frame) => {
        const edge = frame.getBoundingClientRect().right + 1;
        const parts = [...frame.querySelectorAll('*')];
        return parts.filter((part) => part.getBoundingClientRect().right > edge).slice(-1);
      })
      .map((part) => part.outerHTML.slice(0, 200));
    const tables = [...document.querySelectorAll('.app-scroll table:has([data-column])')];
    const misnamed = tables.flatMap((table) => {
      const titles = [...table.querySelectorAll('thead th')].map((title) => title.textContent);
      return [...table.querySelectorAll('tbody tr')].flatMap((row) =>
        [...row.children].flatMap((cell, index) =>
          cell.tagName === 'TD' && cell.getAttribute('data-column') !== titles[index]
            ? [`${cell.getAttribute('data-column')} for ${titles[index]}`]
            : [],
        ),
      );
    });
    const headings = document.querySelectorAll('h1').length;
    return { headings, overflow: scrollWidth - clientWidth, beside, misnamed };
  });
  expect(shown.headings, `${page.url()} has one h1`).toBe(1);
  expect(shown.overflow, `${page.url()} is wider than its window`).toBeLessThanOrEqual(0);
  // On a telephone nothing of a table is beside the window, its actions least of all.
  expect(shown.beside, `tables of ${page.url()} that go on beside the window`).toEqual([]);
  expect(shown.misnamed, `cells of ${page.url()} that name another column`).toEqual([]);
}

/** What each context was made with; a page that a test made by itself has scripts. */
const looks = new WeakMap<BrowserContext, { readonly origin: string; readonly scripts: boolean }>();

function lookOf(page: Page): { readonly origin: string; readonly scripts: boolean } {
  return looks.get(page.context()) ?? { origin: new URL(page.url()).origin, scripts: true };
}
