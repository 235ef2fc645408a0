// A lead signs in through the provider of their organisation, in a real browser, without JavaScript.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import {
  expectAccessible,
  leaveBrowser,
  signIn,
  startBrowser,
  visit,
} from '#tests/support/browser.ts';
import { linkTo } from '#tests/support/data.ts';
import { valueOf } from '#tests/support/http.ts';
import { oidcProvider, type OidcProvider } from '#tests/support/oidc-provider.ts';
import { PASSWORD, PEOPLE } from '#tests/support/people.ts';
import { leadOfAll, settingsOf } from '#tests/support/provider-visitor.ts';

const INVITED = 'amara.lead@northfield.example';

let app: AppServer;
let browser: Browser;
let provider: OidcProvider;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), startBrowser()]);
  provider = await oidcProvider(app);
  provider.manner.asks = true;
  provider.manner.person = 'amara';
  leadOfAll(app.folder, PEOPLE.lead);
}, 60_000);
afterAll(async () => {
  await leaveBrowser(browser);
  await provider?.stop();
  await app?.stop();
});

async function atBothWidths(page: Page): Promise<void> {
  for (const width of [1200, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await expectAccessible(page);
  }
  await page.setViewportSize({ width: 1200, height: 900 });
}

/** The page of the settings, filled and saved by a lead of the whole organisation. */
async function setUp(page: Page): Promise<void> {
  const organisation = valueOf(
    app.folder,
    "select organisation_id from departments where name like 'Therapies%'",
  );
  await page.goto(`/organisations/${organisation}/people`);
  await page.getByLabel('Work email address').fill(INVITED);
  await page.getByLabel('Role', { exact: true }).selectOption('assessment-lead');
  await page.getByRole('button', { name: 'Send the invitation' }).click();
  await page.getByRole('link', { name: 'How its people sign in' }).click();
  await atBothWidths(page);
  const { name, issuer, clientId, clientSecret } = settingsOf(provider);
  await page.getByLabel('Name on the button').fill(name);
  await page.getByLabel('Issuer').fill('https://');
  await page.getByLabel('Client id').fill(clientId);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Enter the address of the issuer').first().waitFor();
  await atBothWidths(page);
  expect(await page.getByLabel('Client id').inputValue()).toBe(clientId);
  await page.getByLabel('Issuer').fill(issuer);
  await page.getByLabel('Client secret').fill(clientSecret);
  await page.getByLabel('Your password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved.').waitFor();
  await atBothWidths(page);
}

/** At the provider: its own page, and back. */
async function atProvider(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'The trust' }).waitFor();
  await page.getByRole('button', { name: 'Sign in as amara' }).click();
}

test('a lead accepts an invitation, signs out, signs in and confirms, all at the provider', async () => {
  const { page: setting } = await visit(browser, { origin: app.origin, scripts: false });
  await signIn(setting, PEOPLE.lead);
  await setUp(setting);

  const { page } = await visit(browser, { origin: app.origin, scripts: false });
  await page.goto(await linkTo(app, INVITED));
  await atBothWidths(page);
  await page.getByLabel('Email address').fill(INVITED);
  await page.getByLabel('Your name').fill('Amara Nwosu');
  await page.getByRole('button', { name: 'Accept, and sign in with Northfield sign-in' }).click();
  await atProvider(page);
  await page.getByRole('link', { name: 'Start an assessment' }).waitFor();
  await page.goto('/account');
  await page.getByText('You can sign in at Northfield sign-in').waitFor();
  await atBothWidths(page);

  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('You are signed out here').first().waitFor();
  await atBothWidths(page);
  await page.getByRole('link', { name: 'Sign out at Northfield sign-in' }).click();
  await page.getByRole('button', { name: 'Yes, sign me out' }).click();
  await page.getByText('You are signed out.').waitFor();
  await atBothWidths(page);
  await page.getByRole('link', { name: 'Sign in with your organisation' }).click();
  await atBothWidths(page);
  await page.getByRole('button', { name: 'Northfield sign-in' }).click();
  await atProvider(page);
  await page.getByRole('link', { name: 'Start an assessment' }).waitFor();

  await page.goto('/account/address');
  await page.getByLabel('New email address').fill('amara.new@northfield.example');
  const [beside] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('button', { name: 'Confirm at Northfield sign-in' }).click(),
  ]);
  await atProvider(beside);
  await beside.getByRole('heading', { name: 'Confirmed' }).waitFor();
  await atBothWidths(beside);
  await page.getByRole('button', { name: 'Send the two letters' }).click();
  await page.getByRole('heading', { name: 'Two letters are on their way' }).waitFor();
});

test('a person with a password links their account, and a stranger is told what is needed', async () => {
  const { page } = await visit(browser, { origin: app.origin, scripts: false });
  await signIn(page, PEOPLE.contributor);
  await page.goto('/account/provider');
  await atBothWidths(page);
  await page.getByLabel('Your password').fill('not the password');
  await page.getByRole('button', { name: 'Link my account to Northfield sign-in' }).click();
  await page.getByText('The password is not right').first().waitFor();
  await page.getByLabel('Your password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Link my account to Northfield sign-in' }).click();
  await atProvider(page);
  await page.getByText('Another account here is linked').first().waitFor();
  await atBothWidths(page);
  provider.manner.person = 'sian';
  await page.goto('/account/provider');
  await page.context().clearCookies({ domain: '127.0.0.1' });
  await page.getByLabel('Your password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Link my account to Northfield sign-in' }).click();
  await page.getByRole('button', { name: 'Sign in as sian' }).click();
  await page.getByText('Your account is linked').waitFor();
  await atBothWidths(page);

  provider.manner.person = 'nobody here';
  const { page: strange } = await visit(browser, { origin: app.origin, scripts: false });
  await strange.goto('/sign-in/provider');
  await strange.getByRole('button', { name: 'Northfield sign-in' }).click();
  await strange.getByRole('button', { name: 'Sign in as nobody here' }).click();
  await strange.getByText('An account begins with an invitation').first().waitFor();
  await atBothWidths(strange);
});
