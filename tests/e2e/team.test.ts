import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import {
  expectAccessible,
  leaveBrowser,
  enterAs,
  startBrowser,
  visit,
} from '#tests/support/browser.ts';
import { PASSWORD, PEOPLE } from '#tests/support/people.ts';
import { smtpServer } from '#tests/support/smtp-server.ts';

let app: AppServer;
let browser: Browser;
let late: Awaited<ReturnType<typeof invitationToHangingServer>>;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), startBrowser()]);
  // First of all, because the letter is tried again only after a while.
  late = await invitationToHangingServer();
});
afterAll(async () => {
  await leaveBrowser(browser);
  await Promise.all([app?.stop(), late?.server.stop(), late?.mail.close()]);
});

/** A service whose mail server hangs, an invitation sent from it, and how long the page took. */
async function invitationToHangingServer() {
  const mail = await smtpServer('hangs');
  const env = { SMTP_URL: mail.url, MAIL_FROM: 'charter@northfield.example' };
  const server = await startApp({ env });
  const { page } = await visit(browser, { origin: server.origin, scripts: false });
  await enterAs(page, PEOPLE.lead);
  await page.getByRole('link', { name: /^Therapies and rehabilitation/ }).click();
  await page.getByRole('link', { name: 'Team', exact: true }).click();
  await page.getByLabel('Work email address').fill('late@northfield.example');
  const started = performance.now();
  await page.getByRole('button', { name: 'Send the invitation' }).click();
  await page.getByText('The invitation is on its way.').waitFor();
  const took = performance.now() - started;
  mail.state.manner = 'accepts';
  return { mail, server, page, took };
}

type Look = { readonly scripts?: boolean; readonly width?: number };

/** Someone of Therapies on a page of its assessment; the path of the assessment comes back. */
async function inTherapies(email: string, path: string, look: Look = {}) {
  const visited = await visit(browser, { origin: app.origin, ...look });
  await enterAs(visited.page, email);
  await visited.page.getByRole('link', { name: /^Therapies and rehabilitation/ }).click();
  await visited.page.getByRole('heading', { level: 1 }).waitFor();
  const assessment = new URL(visited.page.url()).pathname;
  await visited.page.goto(assessment + path);
  return { ...visited, assessment };
}

const NARRATIVE = 'What do you do, and what difference does it make?';
const LOOKS = [
  ['with scripts', { scripts: true, width: 1200 }],
  ['without scripts on a phone', { scripts: false, width: 320 }],
] as const;

describe.each(LOOKS)('every new page has no barrier that axe finds, %s', (_, look) => {
  test.each([
    ['assessment lead', PEOPLE.lead],
    ['contributor', PEOPLE.contributor],
    ['organisation viewer', PEOPLE.viewer],
  ])('as %s', async (_who, email) => {
    const { page, complaints, assessment } = await inTherapies(email, '/team', look);
    const paths = [
      '/team',
      '/activity',
      '?mine=yes',
      '/criteria/M3',
      '/criteria/M3/comments',
      '/criteria/M3/history',
      ...(email === PEOPLE.lead ? ['/criteria/M3/people'] : []),
    ];
    for (const path of paths) {
      await page.goto(assessment + path);
      await expectAccessible(page);
    }
    for (const path of ['/', '/calendar']) {
      await page.goto(path);
      await expectAccessible(page);
    }
    expect(complaints).toEqual([]);
  });

  test('as charter administrator', async () => {
    const { page, complaints } = await visit(browser, { origin: app.origin, ...look });
    await enterAs(page, PEOPLE.administrator);
    await page.goto('/outbox');
    await page.getByText('To sian.llyrwynne@northfield.example').first().waitFor();
    await expectAccessible(page);
    await page.goto('/admin');
    await page.getByRole('link', { name: /^Northfield/ }).click();
    await page.getByRole('link', { name: 'Leads and open invitations' }).click();
    await page.getByText('tomasz.wieczorek@northfield.example').first().waitFor();
    await expectAccessible(page);
    expect(complaints).toEqual([]);
  });
});

/** The link in the letter to an address, as an administrator of the demo reads it. */
async function linkFor(address: string): Promise<string> {
  const { page } = await visit(browser, { origin: app.origin, scripts: false });
  await enterAs(page, PEOPLE.administrator);
  await page.goto('/outbox');
  const letter = page
    .locator('section')
    .filter({ hasText: `To ${address}` })
    .first();
  await letter.getByRole('button', { name: 'Make its link' }).click();
  await page.getByText('The link is made.').waitFor();
  const text = (await letter.locator('.app-narrative').first().textContent()) ?? '';
  return /http\S+\/invitations\/\S+/.exec(text)?.[0] ?? '';
}

describe.each(LOOKS)('an invitation from letter to first page, %s', (name, look) => {
  test('a new person', async () => {
    const address = `cerys.${look.width}@northfield.example`;
    const lead = await inTherapies(PEOPLE.lead, '/team', look);
    await lead.page.getByRole('button', { name: 'Send the invitation' }).click();
    await lead.page.getByText('Enter an email address').first().waitFor();
    await expectAccessible(lead.page);
    await lead.page.getByLabel('Work email address').fill(address);
    await lead.page.getByRole('button', { name: 'Send the invitation' }).click();
    await lead.page.getByText('The invitation is on its way.').waitFor();
    await expectAccessible(lead.page);

    const link = await linkFor(address);
    const { page, complaints } = await visit(browser, { origin: app.origin, ...look });
    await page.goto(link);
    await page.getByText('Niamh O’Dowd invites you').waitFor();
    await expectAccessible(page);
    await page.getByLabel('Email address').fill('someone.else@example.org');
    await page.getByLabel('Your name').fill(`Cerys ${name}`);
    await page.getByLabel('New password').fill('tri gair hollol wahanol');
    await page.getByRole('button', { name: 'Accept the invitation' }).click();
    await page.getByText('This invitation is for another address.').first().waitFor();
    await expectAccessible(page);
    await page.getByLabel('Email address').fill(address);
    await page.getByLabel('New password').fill('tri gair hollol wahanol');
    await page.getByRole('button', { name: 'Accept the invitation' }).click();
    await page.getByText('Your account is ready.').waitFor();
    await page.getByLabel('Email address').fill(address);
    await page.getByLabel('Password').fill('tri gair hollol wahanol');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('link', { name: /^Therapies and rehabilitation/ }).waitFor();
    expect(complaints).toEqual([]);
    await page.goto(link);
    await page.getByText('This invitation has been accepted already.').waitFor();
    await expectAccessible(page);
    expect(app.lines.join('\n')).not.toContain(link.split('/').at(-1));
  });

  test('someone with an account signs in first; someone else gets nowhere with the link', async () => {
    const address = look.scripts ? PEOPLE.stranger : PEOPLE.otherCharter;
    const lead = await inTherapies(PEOPLE.lead, '/team', look);
    await lead.page.getByLabel('Work email address').fill(address);
    await lead.page
      .getByLabel('Role', { exact: true })
      .selectOption({ label: 'Organisation viewer: reads' });
    await lead.page.getByRole('button', { name: 'Send the invitation' }).click();
    await lead.page.getByText('The invitation is on its way.').waitFor();
    const link = await linkFor(address);

    const other = await visit(browser, { origin: app.origin, ...look });
    await enterAs(other.page, PEOPLE.chair);
    await other.page.goto(link);
    await other.page.getByText('You are signed in with another address').waitFor();
    await expectAccessible(other.page);

    const { page } = await visit(browser, { origin: app.origin, ...look });
    await page.goto(link);
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Sign in to accept' }).click();
    await page.getByLabel('Email address').fill(address);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Accept the invitation' }).click();
    await page.getByText('You have accepted the invitation.').waitFor();
    await page.getByRole('link', { name: /^Therapies and rehabilitation/ }).waitFor();
  });
});

describe.each(LOOKS)('working together, %s', (_, look) => {
  test('a lead shares out a criterion, and the contributor finds it first', async () => {
    const criterion = look.scripts ? 'S3' : 'S4';
    const { page, complaints } = await inTherapies(PEOPLE.lead, `/criteria/${criterion}`, look);
    await page.getByText('Change who writes it').click();
    await page.getByRole('checkbox', { name: 'Siân Llŷr-Wynne' }).check();
    await page.getByRole('button', { name: 'Save who writes it' }).click();
    await page.getByText('Who writes it is saved.').waitFor();
    await expectAccessible(page);
    const hers = await visit(browser, { origin: app.origin, ...look });
    await enterAs(hers.page, PEOPLE.contributor);
    const mine = hers.page.getByRole('region', { name: /^My criteria/ });
    await mine.getByRole('link', { name: new RegExp(`^${criterion} `) }).waitFor();
    await hers.page.getByRole('link', { name: /^Therapies and rehabilitation/ }).click();
    await hers.page.getByRole('link', { name: /^My criteria/ }).click();
    await hers.page.getByRole('link', { name: new RegExp(`^${criterion} `) }).waitFor();
    expect(await hers.page.getByRole('link', { name: /^P1 / }).count()).toBe(0);
    expect([...complaints, ...hers.complaints]).toEqual([]);
  });

  test('criteria are shared out for a person on the page of the team', async () => {
    const { page } = await inTherapies(PEOPLE.lead, '/team', look);
    const person = page.locator('li').filter({ hasText: 'Siân Llŷr-Wynne' }).first();
    await person.getByText('Change what Siân Llŷr-Wynne writes').click();
    await person.getByRole('checkbox', { name: /^P2 / }).check();
    await person.getByRole('button', { name: 'Save what Siân Llŷr-Wynne writes' }).click();
    await page.getByText('Who writes it is saved.').waitFor();
    await page.getByText(/^Writes .*P2/).waitFor();
    await expectAccessible(page);
  });

  test('a viewer comments with a mention; the lead deals with it and opens it again', async () => {
    const criterion = look.scripts ? 'O3' : 'O4';
    const path = `/criteria/${criterion}/comments`;
    const viewer = await inTherapies(PEOPLE.viewer, path, look);
    await viewer.page.getByRole('button', { name: 'Add the comment' }).click();
    await viewer.page.getByText('Enter a comment').first().waitFor();
    await expectAccessible(viewer.page);
    const text = '<b>Members</b> say\nsomething else';
    await viewer.page.getByLabel('New comment').fill(text);
    await viewer.page.getByRole('checkbox', { name: 'Niamh O’Dowd' }).check();
    await viewer.page.getByRole('button', { name: 'Add the comment' }).click();
    await viewer.page.getByText('The comment is added.').waitFor();
    await viewer.page.getByText('Mentions Niamh O’Dowd.').waitFor();
    await expectAccessible(viewer.page);

    const { page, assessment, complaints } = await inTherapies(PEOPLE.lead, '', look);
    const task = page
      .locator('li')
      .filter({ has: page.getByRole('link', { name: new RegExp(`^${criterion} `) }) });
    await task.getByText('1 open comment').waitFor();
    await page.goto(assessment + path);
    await page.getByRole('button', { name: /^Mark as dealt with/ }).click();
    await page.getByText('The comment is marked as dealt with.').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: /^Open again/ }).click();
    await page.getByText('The comment is open again.').waitFor();
    await page.goto(`${assessment}/activity`);
    await page.getByText('opened a comment again on').first().waitFor();
    expect(complaints).toEqual([]);
  });

  test('an earlier text is read with its changes and brought back', async () => {
    const criterion = look.scripts ? 'A1' : 'A2';
    const { page, assessment, complaints } = await inTherapies(PEOPLE.lead, '', look);
    const contributor = await inTherapies(PEOPLE.contributor, '', look);
    const write = async (writer: Page, text: string) => {
      await writer.goto(`${assessment}/criteria/${criterion}`);
      await writer.getByLabel(NARRATIVE).fill(text);
      await writer.getByRole('button', { name: 'Save and come back later' }).click();
      await writer.getByText('Your answer is saved.').waitFor();
    };
    await write(page, 'Mentors meet monthly');
    await write(contributor.page, 'Mentors meet weekly');
    await page.goto(`${assessment}/criteria/${criterion}/history`);
    await page.locator('del').filter({ hasText: 'monthly' }).waitFor();
    await page.locator('ins').filter({ hasText: 'weekly' }).waitFor();
    await expectAccessible(page);
    await page
      .getByRole('button', { name: /^Bring this text back/ })
      .first()
      .click();
    await page.getByText('The earlier text is back.').waitFor();
    expect(await page.getByLabel(NARRATIVE).inputValue()).toBe('Mentors meet monthly');
    await page.goto(`${assessment}/criteria/${criterion}/history`);
    await page.getByText('Mentors meet', { exact: false }).first().waitFor();
    expect(complaints).toEqual([]);
  });

  test('a calendar address is made, read without signing in, and removed', async () => {
    const { page, complaints } = await visit(browser, { origin: app.origin, ...look });
    await enterAs(page, PEOPLE.lead);
    await page.getByRole('link', { name: /^Your dates in your calendar/ }).click();
    await page.getByRole('button', { name: /^Make a/ }).click();
    const link = (await page.locator('code').textContent()) ?? '';
    await expectAccessible(page);
    const feed = await fetch(link);
    expect(feed.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(await feed.text()).toMatch(/^BEGIN:VCALENDAR/);
    await page.getByRole('button', { name: 'Remove the address' }).click();
    await page.getByText('The calendar address is removed.').waitFor();
    expect((await fetch(link)).status).toBe(404);
    expect(complaints).toEqual([]);
  });
});

test('two people with one criterion open hear of each other, politely', async () => {
  const first = await inTherapies(PEOPLE.lead, '/criteria/R4');
  await first.page.waitForResponse(/\/presence$/).catch(() => null);
  const second = await inTherapies(PEOPLE.contributor, '/criteria/R4');
  const region = second.page
    .getByRole('status')
    .filter({ hasText: 'Niamh O’Dowd is editing this now' });
  await region.waitFor();
  await expectAccessible(second.page);
  const viewer = await inTherapies(PEOPLE.viewer, '/criteria/R4');
  expect(await viewer.page.getByText('is editing this now').count()).toBe(0);
  expect([...first.complaints, ...second.complaints]).toEqual([]);
});

test('REL-27 letters leave a running service; a mail server that hangs holds up nobody', async () => {
  const { mail, server, page, took } = late;
  expect(took).toBeLessThan(5000);
  await expect
    .poll(() => mail.state.received.flatMap(({ to }) => to), { timeout: 90_000, interval: 1000 })
    .toContain('late@northfield.example');
  expect(server.lines.join('\n')).toContain('letter-not-sent');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await enterAs(page, PEOPLE.administrator);
  await page.goto('/outbox');
  const letter = page.locator('section').filter({ hasText: 'To late@northfield.example' });
  await letter.getByText(/Sent \d/).waitFor();
  expect(await letter.textContent()).not.toContain('/invitations/');
  expect(await server.kill('SIGTERM')).toBe(0);
});
