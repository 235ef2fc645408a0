// Windows of the browser that one test of a file after the other looks through. A window of its own for each visit
// costs a process that is started, and every style, script and face of letters read anew: half of a short visit.
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { TestRunner } from 'vitest';

type Look = {
  readonly origin: string;
  readonly scripts: boolean;
  readonly width: number;
};

type Window = {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What cannot be changed later. */
  readonly kind: string;
  /** The test that looks through it; undefined = it was opened outside of any, and is kept for good. */
  test: unknown;
  /** Whether somebody has done to it what only closing takes back. */
  marked: boolean;
  /** What the browser complains of while this test looks. */
  complaints: string[];
};

/** What a page or its context is given that stays. */
const STAYS = {
  page: [
    'addInitScript',
    'addLocatorHandler',
    'emulateMedia',
    'exposeBinding',
    'exposeFunction',
    'on',
    'once',
    'route',
  ],
  context: [
    'addInitScript',
    'exposeBinding',
    'exposeFunction',
    'grantPermissions',
    'newCDPSession',
    'on',
    'once',
    'route',
    'setOffline',
  ],
} as const;

const HEIGHT = 900;
const windows = new WeakMap<Browser, Window[]>();
const unmarked = new WeakMap<BrowserContext, BrowserContext['newCDPSession']>();

/**
 * A window as if it were new: without cookies, and with nothing that the test before has done to it. Two that one test
 * asks for are two.
 */
export async function windowFor(browser: Browser, look: Look): Promise<Window> {
  const kept = windows.get(browser) ?? [];
  windows.set(browser, kept);
  const kind = `${look.origin} ${look.scripts}`;
  const test = TestRunner.getCurrentTest();
  const free = kept.find((window) => window.kind === kind && isFree(window, test));
  if (free !== undefined) {
    // Before anything is waited for, so that it is given to one alone.
    free.test = test;
    if (await emptied(free, look)) return free;
    free.marked = true;
  }
  const opened = await open(browser, look, { kind, test });
  kept.push(opened);
  return opened;
}

/** Closes every window, and what each has kept goes with it. */
export async function closeWindows(browser: Browser): Promise<void> {
  windows.delete(browser);
  await Promise.all(browser.contexts().map((context) => context.close()));
}

/** A way to speak to the page that leaves nothing behind, as a test's own could. */
export function sessionWith(page: Page): Promise<CDPSession> {
  const context = page.context();
  const ask = unmarked.get(context) ?? context.newCDPSession.bind(context);
  return ask(page);
}

function isFree({ test, marked, page, context }: Window, now: unknown): boolean {
  if (test === undefined || now === undefined || test === now || marked) return false;
  return !page.isClosed() && context.pages().length === 1;
}

/** Leaves the page for one that has nothing on it, in the same process. */
async function emptied(used: Window, { origin, width }: Look): Promise<boolean> {
  const { page, context } = used;
  try {
    await page.goto(`${origin}/healthz`);
    await page.evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
  } catch {
    // Named recovery: a service that has ended, or a page that does not let anybody leave. Another window is opened.
    return false;
  }
  await context.clearCookies();
  await page.mouse.move(-1, -1);
  if (page.viewportSize()?.width !== width) await page.setViewportSize({ width, height: HEIGHT });
  used.complaints = [];
  return true;
}

async function open(
  browser: Browser,
  { origin, scripts, width }: Look,
  whose: Pick<Window, 'kind' | 'test'>,
): Promise<Window> {
  const context = await browser.newContext({
    baseURL: origin,
    javaScriptEnabled: scripts,
    viewport: { width, height: HEIGHT },
    locale: 'en-GB',
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const window: Window = { ...whose, context, page, marked: false, complaints: [] };
  collectComplaints(window, origin);
  unmarked.set(context, context.newCDPSession.bind(context));
  const mark = () => {
    window.marked = true;
  };
  for (const name of STAYS.page) marking(page, name, mark);
  for (const name of STAYS.context) marking(context, name, mark);
  return window;
}

function collectComplaints(window: Window, origin: string): void {
  const { page } = window;
  page.on('console', (message) => {
    // The browser says 'failed to load' of every answer of 400 and above; statuses are tested as such.
    const expected = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !expected) window.complaints.push(message.text());
  });
  page.on('pageerror', (error) => window.complaints.push(String(error)));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith('data:')) window.complaints.push(`asks ${url}`);
  });
}

/** Tells of each time that this is done to the object, and does it. */
function marking<T extends object>(thing: T, name: keyof T, mark: () => void): void {
  const done: unknown = Reflect.get(thing, name);
  if (typeof done !== 'function') return;
  Reflect.set(thing, name, (...given: unknown[]): unknown => {
    mark();
    return Reflect.apply(done, thing, given);
  });
}
