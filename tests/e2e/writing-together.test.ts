import path from 'node:path';
import Database from 'better-sqlite3';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import {
  expectAccessible,
  leaveBrowser,
  enterAs,
  startBrowser,
  visit,
} from '#tests/support/browser.ts';
import { PEOPLE } from '#tests/support/people.ts';
import { endSessions } from '#tests/support/data.ts';

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

/** Someone of Therapies on the page of one criterion. */
async function onCriterion(email: string, criterion: string, scripts: boolean) {
  const visited = await visit(browser, { origin: app.origin, scripts });
  await enterAs(visited.page, email);
  await visited.page.getByRole('link', { name: /^Therapies and rehabilitation/ }).click();
  await visited.page.getByRole('link', { name: new RegExp(`^${criterion} `) }).click();
  await visited.page.getByLabel(NARRATIVE).waitFor();
  return visited;
}

const saved = (page: Page) => page.getByText(/^Saved at \d\d:\d\d$/).waitFor();

test('what is typed is saved by itself, and is there for the next reader', async () => {
  const { page, complaints } = await onCriterion(PEOPLE.lead, 'S3', true);
  const text =
    'Leaders step in: “not in this team”.\n\nTwo were sponsored in 2026 – Siân, Łukasz, عائشة.';
  await page.getByLabel(NARRATIVE).fill(text);
  await page.getByText(/^15 of \d+ words$/).waitFor();
  await saved(page);
  const other = await onCriterion(PEOPLE.contributor, 'S3', true);
  expect(await other.page.getByLabel(NARRATIVE).inputValue()).toBe(text);
  expect([...complaints, ...other.complaints]).toEqual([]);
});

test('the card of what counts follows what is saved while typing', async () => {
  const { page, complaints } = await onCriterion(PEOPLE.lead, 'O2', true);
  const card = page.getByRole('region', { name: 'What counts so far' });
  await page.getByRole('radio', { name: /^1 / }).check();
  await saved(page);
  await card.getByText('Claimed: 1 (Planned).').waitFor();
  expect(complaints).toEqual([]);
});

describe.each([
  ['with scripts', true, 'O5'],
  ['without scripts', false, 'P3'],
] as const)('saving one answer, %s', (_, scripts, criterion) => {
  test('‘Save’ stays and says so; the next criterion says whose answer is saved, or nothing', async () => {
    const { page } = await onCriterion(PEOPLE.lead, criterion, scripts);
    await page.getByRole('button', { name: 'Save and come back later' }).click();
    await page.getByRole('heading', { name: 'Therapies and rehabilitation' }).waitFor();
    expect(await page.getByText(/answer.* is saved/).count()).toBe(0);
    await page.getByRole('link', { name: new RegExp(`^${criterion} `) }).click();
    await page.getByLabel(NARRATIVE).fill('Said.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Your answer is saved.').waitFor();
    expect(await page.getByLabel(NARRATIVE).inputValue()).toBe('Said.');
    await expectAccessible(page);
  });
});

test.each([
  ['with scripts', true, 'S5'],
  ['without scripts', false, 'P2'],
])('‘not applicable’ asks before a rating goes, %s', async (_, scripts, criterion) => {
  const { page } = await onCriterion(PEOPLE.lead, criterion, scripts);
  await page.getByLabel('If not applicable: why does it not apply?').fill('');
  await page.getByRole('radio', { name: /^1 / }).check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Your answer is saved.').waitFor();
  await page.getByRole('radio', { name: 'Not applicable' }).check();
  await page.getByLabel('If not applicable: why does it not apply?').fill('There is none.');
  if (scripts) await page.getByText(/takes your rating of 1 away/).waitFor();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('You have claimed 1 (Planned).').waitFor();
  await expectAccessible(page);
  await page.getByLabel('Take the rating away: this criterion does not apply').check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Your answer is saved.').waitFor();
  await page.getByText('counts nowhere in the score').waitFor();
});

test('a save by button right after typing does not meet its own earlier self', async () => {
  const { page } = await onCriterion(PEOPLE.lead, 'S4', true);
  for (const words of ['One', 'One two', 'One two three']) {
    await page.getByLabel(NARRATIVE).fill(words);
    await page.getByRole('button', { name: 'Save and come back later' }).click();
    await page.getByText('Your answer is saved.').waitFor();
    await page.getByRole('link', { name: /^S4 / }).click();
    expect(await page.getByLabel(NARRATIVE).inputValue()).toBe(words);
  }
});

describe.each([
  ['with scripts', true, 'A5'],
  ['without scripts', false, 'O1'],
] as const)('two people at one answer, %s', (_, scripts, criterion) => {
  test('the second sees both texts and chooses; nothing is overwritten silently', async () => {
    const first = await onCriterion(PEOPLE.lead, criterion, scripts);
    const second = await onCriterion(PEOPLE.contributor, criterion, scripts);
    await first.page.getByLabel(NARRATIVE).fill('What the lead wrote');
    await first.page.getByRole('button', { name: 'Save and come back later' }).click();
    await first.page.getByText('Your answer is saved.').waitFor();

    await second.page.getByLabel(NARRATIVE).fill('What the contributor wrote');
    if (scripts) await second.page.getByText('This answer was changed meanwhile').waitFor();
    await second.page.getByRole('button', { name: 'Save and come back later' }).click();
    await second.page.getByText('This answer was changed while you were writing').waitFor();
    await second.page.getByText('Niamh O’Dowd').first().waitFor();
    await second.page.getByText('What the lead wrote').waitFor();
    expect(await second.page.getByLabel(NARRATIVE).inputValue()).toBe('What the contributor wrote');
    await expectAccessible(second.page);

    await first.page.getByRole('link', { name: new RegExp(`^${criterion} `) }).click();
    expect(await first.page.getByLabel(NARRATIVE).inputValue()).toBe('What the lead wrote');

    const both = 'What the lead wrote. What the contributor wrote.';
    await second.page.getByLabel(NARRATIVE).fill(both);
    await second.page.getByRole('button', { name: 'Save and come back later' }).click();
    await second.page.getByText('Your answer is saved.').waitFor();
    await first.page.reload();
    expect(await first.page.getByLabel(NARRATIVE).inputValue()).toBe(both);
  });

  test('REL-28 a text sent after the session has ended is saved once its writer has signed in again', async () => {
    const { page, complaints } = await onCriterion(PEOPLE.lead, 'O2', scripts);
    endSessions(app.folder);
    const text = `Written during a long ward round ${scripts ? 'with' : 'without'} scripts.\n\n“Quotes” & <tags> </textarea>`;
    await page.getByLabel(NARRATIVE).fill(text);
    if (scripts) await page.getByText('You have been signed out.').waitFor();
    await page.getByRole('button', { name: 'Save and come back later' }).click();
    await page.getByRole('heading', { name: 'Sign in again to save what you typed' }).waitFor();
    await expectAccessible(page);
    await page.getByLabel('Email address').fill(PEOPLE.lead);
    await page.getByLabel('Password').fill('not the password at all');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('The email address or the password is not right').first().waitFor();
    await page.getByLabel('Password').fill('walnut harbour lantern');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page
      .getByRole('heading', { name: 'You are signed in, and your text is still here' })
      .waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Save what I typed' }).click();
    await page.getByText('Your answer is saved.').waitFor();
    await page.getByRole('link', { name: /^O2 / }).click();
    expect(await page.getByLabel(NARRATIVE).inputValue()).toBe(text);
    expect(complaints).toEqual([]);
  });
});

test('REL-28 a lost connection is told, and the text is saved when it is back', async () => {
  const { page } = await onCriterion(PEOPLE.lead, 'O4', true);
  await page.route('**/autosave', (route) => route.abort());
  await page.getByLabel(NARRATIVE).fill('Written on a train');
  await page.getByText(/^Not saved: there is no connection/).waitFor();
  await page.unroute('**/autosave');
  await page.getByLabel(NARRATIVE).fill('Written on a train, and after it');
  await saved(page);
  await page.reload();
  expect(await page.getByLabel(NARRATIVE).inputValue()).toBe('Written on a train, and after it');
});

test('a connection that was closed while idle is no lost connection: the text is sent once more', async () => {
  const { page } = await onCriterion(PEOPLE.lead, 'O3', true);
  const sent: string[] = [];
  await page.route('**/autosave', async (route) => {
    sent.push(route.request().postData() ?? '');
    await (sent.length === 1 ? route.abort('connectionreset') : route.continue());
  });
  const said: string[] = [];
  await page.exposeFunction('tell', (text: string) => void said.push(text));
  await page.evaluate(() => {
    const tell: unknown = Reflect.get(window, 'tell');
    new MutationObserver(() => {
      if (typeof tell === 'function') tell(document.body.textContent);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await page.getByLabel(NARRATIVE).fill('Written after a long pause');
  await saved(page);
  expect(sent).toHaveLength(2);
  expect(sent[1]).toBe(sent[0]);
  expect(said.join('\n')).not.toContain('no connection');
});

describe('while another program holds the database', () => {
  let other: Database.Database;
  const hold = () => {
    other = new Database(path.join(app.folder, 'charter.db'));
    other.exec('begin immediate');
  };
  afterEach(() => void other.close());
  const text = "Mae'r Bwrdd yn cyfarfod\nbob mis – “Siân O’Dowd”";

  test('REL-21 the page says that what is typed is not saved, and why, and saves it afterwards', async () => {
    const { page } = await onCriterion(PEOPLE.lead, 'R1', true);
    hold();
    await page.getByLabel(NARRATIVE).fill(text);
    await page
      .getByText(
        /^Not saved: another program is using.*Your text is still here\. Trying again soon/,
      )
      .waitFor();
    other.close();
    await page.getByLabel(NARRATIVE).press('End');
    await page.getByLabel(NARRATIVE).blur();
    await saved(page);
    await page.reload();
    expect(await page.getByLabel(NARRATIVE).inputValue()).toBe(text);
  });

  test('REL-21 what is sent comes back to be read, copied and sent again, without scripts', async () => {
    const { page } = await onCriterion(PEOPLE.lead, 'R2', false);
    hold();
    await page.getByLabel(NARRATIVE).fill(text);
    await page.getByRole('button', { name: 'Save and come back later' }).click();
    await page.getByRole('heading', { name: 'Your change is not saved yet' }).waitFor();
    await expectAccessible(page);
    expect(await page.getByLabel('Narrative').inputValue()).toBe(text);
    other.close();
    await page.getByRole('button', { name: 'Send it again' }).click();
    await page.getByText('Your answer is saved.').waitFor();
  });
});

describe('what people do before the page’s script has run', () => {
  /** The criterion as it is while its scripts are on their way, and how to let them arrive. */
  async function scriptsHeld() {
    const { page } = await onCriterion(PEOPLE.lead, 'O5', true);
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/assets/*.js', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(page.url(), { waitUntil: 'commit' });
    return { page, field: page.getByLabel(NARRATIVE), release };
  }

  test('what is typed is saved as well', async () => {
    const { page, field, release } = await scriptsHeld();
    await field.fill('Typed at once');
    release();
    await saved(page);
  });

  test('what is selected stays selected', async () => {
    const { page, field, release } = await scriptsHeld();
    await field.selectText();
    release();
    await page.getByText(/^\d+ of \d+ words$/).waitFor();
    await page.keyboard.type('Anew');
    expect(await field.inputValue()).toBe('Anew');
  });
});
