import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import { expectAccessible, leaveBrowser, startBrowser, visit } from '#tests/support/browser.ts';
import { linkTo } from '#tests/support/data.ts';
import { valueOf } from '#tests/support/http.ts';
import { choose, focusOn, press, select, tick, unfold, write } from '#tests/support/keyboard.ts';
import { PASSWORD, PEOPLE } from '#tests/support/people.ts';

// From an invitation to the receipt: seven people in their roles, each with the keyboard alone, on a
// screen 320 wide, in a new organisation.

let app: AppServer;
let browser: Browser;
const complaints: string[] = [];

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), startBrowser()]);
});
afterAll(async () => {
  await leaveBrowser(browser);
  await app?.stop();
});

const TEAM = {
  lead: ['gwen@aur.example', 'Gwenllïan ap Rhŷs'],
  sponsor: ['noor@aur.example', 'Dr Noor al-Rashid'],
  first: ['ines@aur.example', 'Inês O’Hara-Nkemelu'],
  second: ['tomos@aur.example', 'Tomos Ŵyn'],
  viewer: ['bea@aur.example', 'Bea'],
  other: ['sam@aur.example', 'Sam St John-Adeyemi'],
} as const;

async function person(): Promise<Page> {
  const visited = await visit(browser, { origin: app.origin, width: 320 });
  visited.page.on('close', () => complaints.push(...visited.complaints));
  return visited.page;
}

const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first();
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

async function invite(page: Page, email: string, role: string): Promise<void> {
  await write(page, page.getByLabel('Work email address'), email);
  await select(page, page.getByLabel('Role', { exact: true }), role);
  await press(page, button(page, 'Send the invitation'));
  await page.getByRole('alert').first().waitFor();
  await expectAccessible(page);
}

async function accept([email, name]: readonly [string, string]): Promise<Page> {
  const page = await person();
  await page.goto(await linkTo(app, email));
  await expectAccessible(page);
  await write(page, page.getByLabel('Email address'), email);
  await write(page, page.getByLabel('Your name'), name);
  await write(page, page.getByLabel('New password'), `${PASSWORD} ${email.length} again`);
  await press(page, button(page, 'Accept the invitation'));
  await page.getByLabel('Password').waitFor();
  await write(page, page.getByLabel('Email address'), email);
  await write(page, page.getByLabel('Password'), `${PASSWORD} ${email.length} again`);
  await press(page, button(page, 'Sign in'));
  await button(page, 'Sign out').waitFor();
  return page;
}

test('seven people take an assessment from the first invitation to its receipt', async () => {
  const administrator = await person();
  await administrator.goto('/sign-in');
  await write(administrator, administrator.getByLabel('Email address'), PEOPLE.administrator);
  await write(administrator, administrator.getByLabel('Password'), PASSWORD);
  await press(administrator, button(administrator, 'Sign in'));
  await press(administrator, link(administrator, 'Administration'));
  const name = administrator.getByLabel('Name of the new organisation');
  await write(administrator, name, 'Bwrdd Iechyd Prifysgol Dyffryn Aur');
  await press(administrator, button(administrator, 'Add the organisation'));
  await write(
    administrator,
    administrator.getByLabel('Name of the new department'),
    'Ffisiotherapi',
  );
  await press(administrator, button(administrator, 'Add the department'));
  await administrator.getByText('The department is added.').waitFor();
  await press(administrator, link(administrator, /[Ii]nvit/));
  await write(administrator, administrator.getByLabel('Work email address'), TEAM.lead[0]);
  await press(administrator, button(administrator, 'Invite the first lead'));
  await administrator.getByRole('alert').first().waitFor();
  await expectAccessible(administrator);

  const lead = await accept(TEAM.lead);
  await press(lead, link(lead, 'Start an assessment'));
  await expectAccessible(lead);
  const charters = lead.getByRole('group', { name: /^Mentoring charter/ });
  if ((await lead.getByRole('radio', { name: 'Ffisiotherapi' }).count()) > 0) {
    await choose(lead, lead.getByRole('group', { name: /^Which department/ }), 0);
  }
  // The lowest level of the older version: the newer one has the organisation answer G1.
  const newer = lead.getByRole('group', { name: /^Mentoring charter .*version 2\./ });
  await choose(lead, charters, await newer.getByRole('radio').count());
  await press(lead, button(lead, 'Start'));
  await lead.getByText('The assessment is started.').waitFor();
  const assessment = new URL(lead.url()).pathname;
  await press(lead, link(lead, 'Team'));
  await invite(lead, TEAM.sponsor[0], 'Executive');
  await invite(lead, TEAM.first[0], 'Contributor');
  await invite(lead, TEAM.second[0], 'Contributor');
  await invite(lead, TEAM.viewer[0], 'Organisation');
  await invite(lead, TEAM.other[0], 'Contributor');

  const first = await accept(TEAM.first);
  const second = await accept(TEAM.second);
  const viewer = await accept(TEAM.viewer);
  const other = await accept(TEAM.other);
  await lead.goto(`${assessment}/team`);
  for (const [criterion, [, who]] of [
    ['G1', TEAM.first],
    ['G2', TEAM.second],
    ['G3', TEAM.other],
  ] as const) {
    await unfold(lead, lead.locator('summary', { hasText: `Change what ${who} writes` }));
    const form = lead.locator('form', { has: button(lead, `Save what ${who} writes`) });
    await tick(lead, form.getByLabel(new RegExp(`^${criterion} `)));
    await press(lead, button(lead, `Save what ${who} writes`));
    await lead.getByText(`Writes ${criterion}.`).waitFor();
  }
  await expectAccessible(lead);

  for (const [page, criterion] of [
    [first, 'G1'],
    [second, 'G2'],
    [other, 'G3'],
  ] as const) {
    await page.goto('/');
    await press(page, link(page, new RegExp(`^${criterion} `)));
    await choose(page, page.getByRole('group', { name: 'Which rating describes you best?' }), 1);
    const narrative = page.getByLabel('What do you do, and what difference does it make?');
    await write(page, narrative, `What we do about ${criterion}: ŵ, é, “quoted”.`);
    await page.getByText(/^Saved at/).waitFor();
    await press(page, button(page, 'Save and come back later'));
    await page.getByText('Your answer is saved.').waitFor();
    await expectAccessible(page);
  }

  await viewer.goto(`${assessment}/criteria/G2`);
  expect(await viewer.locator('textarea#narrative').count()).toBe(0);
  await press(viewer, link(viewer, /comment on G2$/));
  await write(viewer, viewer.getByLabel('New comment'), 'Night staff are not mentioned.');
  await tick(viewer, viewer.getByLabel(TEAM.lead[1]));
  await press(viewer, button(viewer, 'Add the comment'));
  await viewer.getByText('Night staff are not mentioned.').waitFor();
  await expectAccessible(viewer);
  expect(await linkTo(app, TEAM.lead[0])).toContain('/criteria/G2');

  await lead.goto(`${assessment}/criteria/G2/comments`);
  await press(lead, button(lead, /^Mark as dealt with/));
  await lead.getByText(/^Mentions .*Dealt with by/).waitFor();
  await press(lead, link(lead, 'Check and submit'));
  await focusOn(lead, lead.getByLabel('Round'));
  await press(lead, button(lead, 'Choose the round'));
  await lead.getByText('The round is chosen.').waitFor();
  await expectAccessible(lead);

  const sponsor = await accept(TEAM.sponsor);
  await press(sponsor, link(sponsor, /^Ffisiotherapi/));
  await press(sponsor, link(sponsor, 'Check and submit'));
  await press(sponsor, link(sponsor, 'Read the declaration and sign'));
  await tick(sponsor, sponsor.getByLabel(/declare this$/));
  await write(
    sponsor,
    sponsor.getByLabel('Your password'),
    `${PASSWORD} ${TEAM.sponsor[0].length} again`,
  );
  await press(sponsor, sponsor.getByRole('button', { name: 'Sign', exact: true }));
  await sponsor.getByText('The declaration is signed.').waitFor();
  await expectAccessible(sponsor);

  await lead.goto(`${assessment}/check`);
  const before = Number(valueOf(app.folder, 'select count(*) from submissions'));
  await press(lead, lead.getByRole('link', { name: 'Go on to submit' }));
  await lead.getByRole('heading', { name: 'Submit the assessment' }).waitFor();
  await expectAccessible(lead);
  await tick(lead, lead.getByLabel(/^Yes, submit the self-assessment of/));
  await press(lead, button(lead, 'Submit the assessment'));
  await lead.getByText('The assessment is submitted.').waitFor();
  const number = Number(valueOf(app.folder, 'select count(*) from submissions'));
  expect(number).toBe(before + 1);
  await lead.getByRole('heading', { name: `Submission ${number}`, exact: true }).waitFor();
  await expectAccessible(lead);
  expect(await linkTo(app, TEAM.sponsor[0])).toContain('/submission');
  await first.goto(`${assessment}/criteria/G1`);
  expect(await first.locator('textarea#narrative').count()).toBe(0);
  expect(complaints).toEqual([]);
});
