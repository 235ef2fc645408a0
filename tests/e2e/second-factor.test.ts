// A second factor in a real browser: an authenticator app without scripts, a passkey with them, and signing
// with either.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import { appShows } from '#tests/support/authenticator-app.ts';
import {
  expectAccessible,
  leaveBrowser,
  signIn,
  startBrowser,
  visit,
} from '#tests/support/browser.ts';
import { linkTo } from '#tests/support/data.ts';
import { PASSWORD, PEOPLE } from '#tests/support/people.ts';

let app: AppServer;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), startBrowser()]);
});
afterAll(async () => {
  await leaveBrowser(browser);
  await app?.stop();
});

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('You are signed out.').waitFor();
}

async function givePassword(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in?next=/calendar');
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** The colour in which the browser writes the text of the first such element. */
function colourOf(page: Page, selector: string): Promise<string> {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => getComputedStyle(element).color);
}

/** The code of a moment that no code was used for yet. */
function later(key: string, steps: number): string {
  return appShows(key, new Date(Date.now() + steps * 30_000));
}

describe('an authenticator app', () => {
  test('is set up, asked for, replaced by a recovery code, and taken away, without scripts', async () => {
    const { page } = await visit(browser, { origin: app.origin, scripts: false, width: 375 });
    await signIn(page, PEOPLE.lead);
    await page.goto('/account');
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Change authenticator app' }).click();
    await expectAccessible(page);
    await page.getByLabel('Your password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Set up an authenticator app' }).click();
    const key = (await page.locator('.app-key').textContent()) ?? '';
    const plain = await colourOf(page, 'main p');
    expect(await colourOf(page, '.app-key')).toBe(plain);
    await expectAccessible(page);
    await page.getByLabel('Code', { exact: true }).fill('000000');
    await page.getByRole('button', { name: 'Turn it on' }).click();
    await page.getByText('The code is not right').first().waitFor();
    await page.getByLabel('Code', { exact: true }).fill(later(key, -1));
    await page.getByRole('button', { name: 'Turn it on' }).click();
    await page.getByText('Keep these recovery codes').waitFor();
    await expectAccessible(page);
    expect(await colourOf(page, '.app-codes code')).toBe(plain);
    const codes = await page.locator('.app-codes code').allTextContents();
    expect(codes).toHaveLength(10);
    await signOut(page);

    await givePassword(page, PEOPLE.lead);
    await page.getByRole('heading', { name: 'Enter your code' }).waitFor();
    await expectAccessible(page);
    // Nothing is open yet.
    await page.goto('/account');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.goto('/sign-in/code?next=/calendar');
    await page.getByLabel('Code', { exact: true }).fill(later(key, 0));
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL('**/calendar');
    await signOut(page);

    await givePassword(page, PEOPLE.lead);
    await page.getByLabel('Code', { exact: true }).fill(codes[3] ?? '');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL('**/calendar');
    await page.goto('/account/sessions');
    await page.getByText('with a password and a recovery code').waitFor();
    await expectAccessible(page);
    await page.goto('/account/second-factor');
    await page.getByText('9 of ten recovery codes are left').waitFor();
    await page.getByLabel('Your password').fill(PASSWORD);
    await page.getByLabel('Code', { exact: true }).fill(later(key, 1));
    await page.getByRole('button', { name: 'Remove the authenticator app' }).click();
    await page.getByText('The authenticator app is removed.').waitFor();
  });
});

describe('a passkey', () => {
  test('is added, signs in instead of password and code, and is taken away', async () => {
    const { page, context, complaints } = await visit(browser, { origin: app.origin });
    const device = await context.newCDPSession(page);
    await device.send('WebAuthn.enable');
    await device.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await signIn(page, PEOPLE.otherDepartment);
    await page.goto('/account/passkeys');
    await expectAccessible(page);
    await page.getByLabel('Name').fill('Laptop at work');
    await page.getByLabel('Your password').fill('wrong wrong wrong');
    await page.getByRole('button', { name: 'Add the passkey' }).click();
    await page.getByText('The password is not right').first().waitFor();
    await expectAccessible(page);
    await page.getByLabel('Your password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Add the passkey' }).click();
    await page.getByRole('heading', { name: 'The passkey is added' }).waitFor();
    await expectAccessible(page);
    const [code = ''] = await page.locator('.app-codes code').allTextContents();
    await page.getByRole('link', { name: 'I have kept them' }).click();
    await page.goto('/account/passkeys');
    await page.getByRole('term').getByText('Laptop at work').waitFor();
    await expectAccessible(page);
    await signOut(page);

    await page.goto('/sign-in?next=/calendar');
    await page.getByRole('button', { name: 'Use a passkey instead' }).click();
    await page.waitForURL('**/calendar');
    await signOut(page);

    // The password alone leads to the second step, where the passkey does.
    await givePassword(page, PEOPLE.otherDepartment);
    await page.getByRole('button', { name: 'Use a passkey instead' }).click();
    await page.waitForURL('**/calendar');

    await page.goto('/account/password');
    await page.getByLabel('New password').fill('teal pebble orchard');
    await page.getByRole('button', { name: 'Change the password' }).click();
    await page.getByText('Confirm that it is you with your passkey').first().waitFor();
    await expectAccessible(page);
    await page.getByLabel('New password').fill('teal pebble orchard');
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    await page.getByText('Your passkey is ready.').waitFor();
    await page.getByRole('button', { name: 'Change the password' }).click();
    await page.getByText('Your password is changed.').waitFor();
    await page.goto('/account/password');
    await page.getByText('I cannot use my passkey here').click();
    await page.getByLabel('Your password').fill('teal pebble orchard');
    await page.getByLabel('Code', { exact: true }).fill(code);
    await page.getByLabel('New password').fill('three violet umbrellas');
    await page.getByRole('button', { name: 'Change the password' }).click();
    await page.getByText('Your password is changed.').waitFor();

    await page.goto('/account/passkeys');
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    await page.getByText('Your passkey is ready.').waitFor();
    await page.getByRole('button', { name: 'Remove Laptop at work' }).click();
    await page.getByText('The passkey is removed.').waitFor();
    expect(complaints).toEqual([]);
  });
});

describe('one’s own account', () => {
  test('has another address once both have confirmed, without scripts', async () => {
    const { page } = await visit(browser, { origin: app.origin, scripts: false });
    await signIn(page, PEOPLE.viewer);
    await page.goto('/account/address');
    await expectAccessible(page);
    await page.getByLabel('New email address').fill('Fatoumata@New.example');
    await page.getByLabel('Your password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Send the two letters' }).click();
    await page.getByText('Two letters are on their way').first().waitFor();
    await expectAccessible(page);
    await signOut(page);
    for (const [address, outcome] of [
      ['fatoumata@new.example', 'One half is done'],
      [PEOPLE.viewer, 'The address is changed'],
    ] as const) {
      await page.goto(await linkTo(app, address));
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Confirm it' }).click();
      await page.getByRole('heading', { name: outcome }).waitFor();
      await expectAccessible(page);
    }
    await page.goto('/sign-in');
    await page.getByLabel('Email address').fill('fatoumata@new.example');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
  });

  test('has another password by a link that its owner asks for, without scripts', async () => {
    const { page } = await visit(browser, { origin: app.origin, scripts: false });
    await page.goto('/sign-in');
    await page.getByRole('link', { name: 'Forgotten password' }).click();
    await expectAccessible(page);
    await page.getByLabel('Email address').fill(PEOPLE.beginner.toUpperCase());
    await page.getByRole('button', { name: 'Send the link' }).click();
    await page.getByRole('heading', { name: 'Look into your mailbox' }).waitFor();
    await expectAccessible(page);
    await page.goto(await linkTo(app, PEOPLE.beginner));
    await page.getByLabel('New password').fill('teal pebble orchard');
    await page.getByRole('button', { name: 'Set password' }).click();
    await page.getByText('Your password is set.').waitFor();
  });

  test('gives away what is held about its owner, and ends sessions', async () => {
    const { page, context } = await visit(browser, { origin: app.origin });
    await signIn(page, PEOPLE.contributor);
    const elsewhere = await visit(browser, { origin: app.origin });
    await signIn(elsewhere.page, PEOPLE.contributor);
    const held = await context.request.get('/account/data');
    expect(held.headers()['content-disposition']).toContain('what-is-held-about-me.json');
    const text = await held.text();
    expect(text).toContain('Siân Llŷr-Wynne');
    expect(text).not.toMatch(/\$argon2|sealedSecret|"token"/);
    await page.goto('/account/sessions');
    await page.getByRole('button', { name: 'End all the others' }).click();
    await page.getByText('They are signed out there.').waitFor();
    await elsewhere.page.goto('/calendar');
    await elsewhere.page.getByRole('heading', { name: 'Sign in' }).waitFor();
  });
});
