// What reviewers and the chair type is kept as what departments type is, and no page lets a text go unsaid.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  expectAccessible,
  leaveBrowser,
  enterAs,
  startBrowser,
  visit,
} from '#tests/support/browser.ts';
import { endSessions } from '#tests/support/data.ts';
import { signedInAs, type Visitor } from '#tests/support/http.ts';
import { PEOPLE } from '#tests/support/people.ts';
import { idsOf } from '#tests/routes/access-places.ts';
import { PANEL, type ReviewedApp, reviewedApp } from '#tests/support/reviewed-app.ts';

let at: ReviewedApp;
let browser: Browser;

beforeAll(async () => {
  [at, browser] = await Promise.all([reviewedApp(), startBrowser()]);
  for (const person of await panel()) {
    await person.post(`/reviews/${at.review}`, { intent: 'declare', conflict: 'no' });
  }
}, 60_000);
afterAll(async () => {
  await leaveBrowser(browser);
  await at?.app.stop();
});

/** Those who rate, the chair first. */
function panel(): Promise<readonly Visitor[]> {
  const people = [PANEL.chair, PANEL.kwabena, PANEL.orla];
  return Promise.all(people.map((email) => signedInAs(at.app, email)));
}

/** A page of somebody who has signed in; what asks before it is left is counted, and kept open. */
async function open(email: string, address: string, scripts = true) {
  const visited = await visit(browser, { origin: at.app.origin, scripts });
  await enterAs(visited.page, email);
  await visited.page.goto(address);
  const asked: string[] = [];
  visited.page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.dismiss();
  });
  return { ...visited, asked };
}

const reason = (page: Page) => page.getByLabel('Reason', { exact: true });
const rating = (criterion: string) => `/reviews/${at.review}/criteria/${criterion}`;
const ratingOf = (criterion: string, scripts = true) =>
  open(PANEL.kwabena, rating(criterion), scripts);

describe('a reviewer', () => {
  test('loses nothing by looking at a file or the next criterion, and is asked nothing', async () => {
    const { page, asked, complaints } = await ratingOf('G1');
    await reason(page).fill('Typed a moment before');
    await page.getByRole('link', { name: 'Review of' }).click();
    await page.getByText('Not complete').waitFor();
    await page.goBack();
    expect(await reason(page).inputValue()).toBe('Typed a moment before');
    await page.getByText('Saved so far. A rating is still needed').waitFor();
    await expectAccessible(page);
    await page.getByRole('radio').first().check();
    await page.getByText(/^Saved at \d\d:\d\d$/).waitFor();
    expect(asked).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('who types without a pause loses less than five seconds by a crash', async () => {
    const { page } = await ratingOf('G2');
    await page.clock.install();
    await page.reload();
    const sent = page.waitForRequest('**/autosave');
    await reason(page).focus();
    await page.clock.pauseAt(new Date(Date.now() + 60_000));
    // A key every 0.9 seconds, and never a pause of two: what was typed in three is on its way by then.
    for (const key of 'abcdefg') {
      await page.keyboard.type(key);
      await page.clock.runFor(900);
    }
    expect(new URLSearchParams((await sent).postData() ?? '').get('reason')).toBe('abcd');
  });

  test('whose session is over signs in, and the reason is saved', async () => {
    const { page } = await ratingOf('G3');
    endSessions(at.app.folder);
    await reason(page).fill('Written during a “ward round”');
    await page.getByText('You have been signed out.').waitFor();
    const again = await signedInAs(at.app, PANEL.kwabena);
    expect((await again.get(rating('G3'))).text).not.toContain('ward round');
    await page.getByRole('button', { name: 'Save and go to the list' }).click();
    await page.getByLabel('Email address').fill(PANEL.kwabena);
    await page.getByLabel('Password').fill('walnut harbour lantern');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Save what I typed' }).click();
    await page.getByText('Your reason is saved. A rating is still needed.').waitFor();
    await page.goto(rating('G3'));
    expect(await reason(page).inputValue()).toBe('Written during a “ward round”');
  });

  test('without a connection keeps the page and the text, and it is saved when it is back', async () => {
    const { page, context, asked } = await ratingOf('G4');
    await context.setOffline(true);
    await reason(page).fill('Written on a train');
    await page.getByRole('button', { name: 'Save and go to the list' }).click();
    await page.getByText(/^Not saved: there is no connection/).waitFor();
    expect(await reason(page).inputValue()).toBe('Written on a train');
    await page.getByRole('link', { name: 'Review of' }).click();
    await expect.poll(() => asked).toEqual(['beforeunload']);
    expect(await reason(page).inputValue()).toBe('Written on a train');
    await context.setOffline(false);
    await page.getByText(/^Saved at \d\d:\d\d\. A rating is still needed$/).waitFor();
  });

  test.each([
    ['with scripts', true, 'G5'],
    ['without scripts', false, 'A1'],
  ] as const)('in two windows sees both texts, %s', async (_, scripts, criterion) => {
    const { page: first, context, complaints } = await ratingOf(criterion, scripts);
    const second = await context.newPage();
    await second.goto(rating(criterion));
    const list = { name: 'Save and go to the list' };
    await reason(first).fill('In the first window');
    await first.getByRole('button', list).click();
    await first.getByText('Your reason is saved.').waitFor();
    await reason(second).fill('In the second');
    if (scripts) await second.getByText('It was changed in another window meanwhile').waitFor();
    await second.getByRole('button', list).click();
    await second.getByText('Your rating was changed in another window').waitFor();
    await second.getByText('In the first window').waitFor();
    expect(await reason(second).inputValue()).toBe('In the second');
    await expectAccessible(second);
    await first.goto(rating(criterion));
    expect(await reason(first).inputValue()).toBe('In the first window');
    await second.getByRole('button', list).click();
    await second.getByText('Your reason is saved.').waitFor();
    expect(complaints).toEqual([]);
  });
});

describe('in the meeting', () => {
  beforeAll(async () => {
    const members = await panel();
    for (const [index, person] of members.entries()) {
      for (const criterion of at.criteria) {
        const read = index === 1 ? await versionIn(person, rating(criterion)) : '0';
        await person.post(rating(criterion), { choice: '2', reason: 'Shown', version: read });
      }
      expect((await person.post(`/reviews/${at.review}/seal`, {})).status).toBe(303);
    }
    const opened = await members[0]?.post(`/reviews/${at.review}`, { intent: 'open-discussion' });
    expect(opened?.status).toBe(303);
  }, 60_000);

  async function versionIn(person: Visitor, address: string): Promise<string> {
    const { text } = await person.get(address);
    return /name="version"[^>]*value="(\d+)"/.exec(text)?.[1] ?? '0';
  }

  test.each([
    ['with scripts', true, 'G1'],
    ['without scripts', false, 'G2'],
  ] as const)(
    'a note takes nothing of the agreed text along, %s',
    async (_, scripts, criterion) => {
      const address = `/reviews/${at.review}/discussion/${criterion}`;
      const { page, asked, complaints } = await open(PANEL.chair, address, scripts);
      await page.getByLabel(/^Commendation/).fill('Clear minutes');
      await reason(page).fill('They show it');
      await page.getByLabel('Add a note').fill('Ask the lead');
      await page.getByRole('button', { name: 'Add the note' }).click();
      await page.getByText('Ask the lead').waitFor();
      expect(await reason(page).inputValue()).toBe('They show it');
      expect(await page.getByLabel(/^Commendation/).inputValue()).toBe('Clear minutes');
      expect(await page.getByLabel('Add a note').inputValue()).toBe('');
      await page.getByText('Your draft is saved. Nobody else sees it').waitFor();
      await expectAccessible(page);
      await page.getByRole('radio').first().check();
      await page.getByRole('button', { name: 'Save and go to the list' }).click();
      await page.getByText('Krippendorff').waitFor();
      expect(asked).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );

  test('the decision is kept while it is written, without its password', async () => {
    const { page, complaints } = await open(PANEL.chair, `/reviews/${at.review}/decision`);
    const sent = page.waitForRequest('**/autosave');
    await page.getByLabel('Your password').fill('walnut harbour lantern');
    await page.getByLabel('What the panel says of the whole').fill('All of it was read');
    await page.getByText(/^Saved at \d\d:\d\d as your draft\. Nothing is decided yet\.$/).waitFor();
    expect((await sent).postData()).not.toContain('walnut');
    await page.reload();
    const summary = page.getByLabel('What the panel says of the whole');
    expect(await summary.inputValue()).toBe('All of it was read');
    expect(complaints).toEqual([]);
  });
});

describe('a form that is not saved by itself', () => {
  const progress = () => {
    const { id, action } = idsOf(at.app.folder, 'Therapies and rehabilitation');
    return `/assessments/${id}/actions/${action}`;
  };

  test('asks before its text is left, and not where it is sent or emptied again', async () => {
    const { page, asked, complaints } = await open(PEOPLE.lead, progress());
    const note = page.getByLabel('What has happened');
    await note.fill('Not sent yet');
    await page.getByRole('link', { name: 'Help' }).first().click();
    await expect.poll(() => asked).toEqual(['beforeunload']);
    expect(await note.inputValue()).toBe('Not sent yet');
    await page.getByRole('button', { name: 'Add to the log' }).click();
    await page.getByText('Your note is added to the progress log.').waitFor();
    await note.fill('x');
    await note.fill('');
    await page.getByRole('link', { name: 'Help' }).first().click();
    await page.getByRole('heading', { name: 'Help and contact' }).waitFor();
    expect(asked).toEqual(['beforeunload']);
    expect(complaints).toEqual([]);
  });

  test('is not sent where there is no connection, and keeps its text', async () => {
    const { page, context, complaints } = await open(PEOPLE.lead, progress());
    const note = page.getByLabel('What has happened');
    await note.fill('Written on a train');
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Add to the log' }).click();
    await page.getByText('Not sent: there is no connection.').waitFor();
    expect(await note.inputValue()).toBe('Written on a train');
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Add to the log' }).click();
    await page.getByText('Your note is added to the progress log.').waitFor();
    expect(complaints).toEqual([]);
  });

  test('asks also where it came back and nobody has typed since', async () => {
    const { page, asked } = await open(PEOPLE.lead, progress());
    const note = page.getByLabel('What has happened');
    const long = 'As long as a note cannot be. '.repeat(400);
    await note.fill(long);
    await page.getByRole('button', { name: 'Add to the log' }).click();
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    expect(await note.inputValue()).toBe(long);
    // A browser asks nobody who has done nothing on the page.
    await note.click();
    await page.getByRole('link', { name: 'Help' }).first().click();
    await expect.poll(() => asked).toEqual(['beforeunload']);
  });
});
