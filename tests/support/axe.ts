// What axe finds on a page. It is sent to the page as a script of its own, which a process of the browser
// compiles once for all the pages that it shows; most of the time of a look went there.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CDPSession, Page } from 'playwright-core';
import { sessionWith } from './windows.ts';

const SOURCE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
// Nobody reads the selector of an element, and to find one takes a seventh of a look.
const OPTIONS = {
  resultTypes: ['violations'],
  selectors: false,
  runOnly: { type: 'tag', values: TAGS },
};
const LOOK = `axe.run(document, ${JSON.stringify(OPTIONS)}).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ': ' + (nodes[0]?.html ?? '')))`;

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** Every violation of WCAG 2.2 A and AA and of good practice, as the rule and the first element. */
export async function violationsOn(page: Page, scripts: boolean): Promise<readonly string[]> {
  const opened = sessions.get(page) ?? sessionWith(page);
  sessions.set(page, opened);
  const session = await opened;
  // axe needs timers, which a page without scripts does not have. Those of the page itself were passed
  // over when it was read, and none of them runs now.
  const disable = (value: boolean) =>
    session.send('Emulation.setScriptExecutionDisabled', { value });
  if (!scripts) {
    await disable(true);
    await disable(false);
  }
  try {
    await evaluate(session, SOURCE);
    return (await evaluate(session, LOOK)) as readonly string[];
  } finally {
    if (!scripts) await disable(true);
  }
}

async function evaluate(session: CDPSession, expression: string): Promise<unknown> {
  const answer = await session.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  const { exceptionDetails, result } = answer;
  if (exceptionDetails !== undefined) {
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  }
  return result.value;
}
