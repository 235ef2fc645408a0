import { createHash } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import {
  expectAccessible,
  leaveBrowser,
  enterAs,
  startBrowser,
  visit,
} from '#tests/support/browser.ts';
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

async function onCheckPage(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^Maternity/ }).click();
  await page.getByRole('link', { name: 'Check and submit' }).click();
  await page.getByRole('heading', { name: 'Check and submit' }).waitFor();
}

test('an assessment goes from checked to signed, submitted, withdrawn and back, on a phone without scripts', async () => {
  const asked = { origin: app.origin, scripts: false, width: 320 };
  const lead = await visit(browser, asked);
  await enterAs(lead.page, PEOPLE.otherDepartment);
  await onCheckPage(lead.page);
  await expectAccessible(lead.page);
  expect(await lead.page.getByRole('link', { name: 'Go on to submit' }).count()).toBe(0);
  await lead.page.getByLabel('Message to the sponsor').fill('Please read G1 first.');
  await lead.page.getByRole('button', { name: 'Ask the sponsor to sign' }).click();
  await lead.page.getByText('It waits for the signature now.').waitFor();
  await expectAccessible(lead.page);

  const sponsor = await visit(browser, asked);
  await enterAs(sponsor.page, PEOPLE.sponsor);
  await sponsor.page.getByRole('heading', { name: 'Waiting for you' }).waitFor();
  await sponsor.page.getByText('Please read G1 first.').waitFor();
  await expectAccessible(sponsor.page);
  await onCheckPage(sponsor.page);
  await sponsor.page.getByRole('link', { name: 'Read the declaration and sign' }).click();
  await expectAccessible(sponsor.page);
  await sponsor.page.getByRole('button', { name: 'Sign', exact: true }).click();
  await sponsor.page.getByText('Confirm that you have read the assessment').first().waitFor();
  await expectAccessible(sponsor.page);
  await sponsor.page.getByLabel(/declare this$/).check();
  await sponsor.page.getByLabel('Your password').fill('somebody else’s password');
  await sponsor.page.getByRole('button', { name: 'Sign', exact: true }).click();
  await sponsor.page.getByText('The password is not right').first().waitFor();
  await sponsor.page.getByLabel(/declare this$/).check();
  await sponsor.page.getByLabel('Your password').fill(PASSWORD);
  await sponsor.page.getByRole('button', { name: 'Sign', exact: true }).click();
  await sponsor.page.getByText('The declaration is signed.').waitFor();
  await expectAccessible(sponsor.page);

  await lead.page.reload();
  await lead.page.getByText(/Signed by Dr Helen Ravensdale/).waitFor();
  const assessment = new URL(lead.page.url()).pathname.replace('/check', '');
  await lead.page.goto(`${assessment}/criteria/G1`);
  expect(await lead.page.locator('textarea').count()).toBe(0);
  await expectAccessible(lead.page);
  await lead.page.goto(`${assessment}/check`);
  await lead.page.getByRole('link', { name: 'Go on to submit' }).click();
  await lead.page.getByRole('heading', { name: 'Submit the assessment' }).waitFor();
  await expectAccessible(lead.page);
  await lead.page.getByRole('button', { name: 'Submit the assessment' }).click();
  await lead.page.getByText('Confirm that you want to submit it').first().waitFor();
  await expectAccessible(lead.page);
  await lead.page.getByLabel(/^Yes, submit the self-assessment of Maternity.* to Spring/).check();
  await lead.page.getByRole('button', { name: 'Submit the assessment' }).click();
  await lead.page.getByText('The assessment is submitted.').waitFor();
  await expectAccessible(lead.page);
  const fingerprint = await lead.page.locator('code').first().textContent();
  const cookies = await lead.context.cookies();
  const download = lead.page.getByRole('link', { name: /^Download exactly what was submitted/ });
  const snapshot = await fetch(`${app.origin}${await download.getAttribute('href')}`, {
    headers: { Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') },
  });
  const bytes = Buffer.from(await snapshot.arrayBuffer());
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(fingerprint);

  await lead.page.getByText('Withdraw the submission').click();
  await lead.page.getByRole('button', { name: 'Withdraw' }).click();
  await lead.page.getByText('Write the reason').first().waitFor();
  await expectAccessible(lead.page);
  await lead.page.getByLabel('Why is it withdrawn?').fill('A table was missing.');
  await lead.page.getByRole('button', { name: 'Withdraw' }).click();
  await lead.page.getByText('The submission is withdrawn.').waitFor();
  await lead.page.goto(`${assessment}/submission`);
  await lead.page.getByText(/A table was missing/).waitFor();
  await expectAccessible(lead.page);
});

test('an administrator opens a round in London time, and gives one department more of it', async () => {
  const { page } = await visit(browser, { origin: app.origin, width: 320 });
  await enterAs(page, PEOPLE.administrator);
  await page.goto('/admin/rounds');
  await expectAccessible(page);
  await page.getByLabel('Name').fill('Autumn 2031');
  const type = async (legend: string, parts: readonly [string, string, string, string]) => {
    const group = page.getByRole('group', { name: legend });
    await group.getByLabel('Day').fill(parts[0]);
    await group.getByLabel('Month').fill(parts[1]);
    await group.getByLabel('Year').fill(parts[2]);
    await page.getByLabel(`${legend}: time`).fill(parts[3]);
  };
  await type('Opens', ['1', '7', '2031', '09:00']);
  await type('Closes', ['26', '10', '2031', '01:30']);
  await page.getByRole('button', { name: 'Open the round' }).click();
  await page.getByText('The clocks change in this hour').first().waitFor();
  await expectAccessible(page);
  await type('Closes', ['26', '10', '2031', '17.00']);
  await page.getByRole('button', { name: 'Open the round' }).click();
  await page.getByText('The round is set up.').waitFor();
  await page.getByText('26 October 2031 at 17:00').first().waitFor();
  await expectAccessible(page);

  await page.goto('/admin/rounds');
  await page.getByRole('link', { name: 'Spring round' }).click();
  const department = page.getByRole('region', { name: /^Therapies and rehabilitation/ });
  await department.getByText('Give more time').click();
  await department.getByLabel('Day').fill('30');
  await department.getByLabel('Month').fill('6');
  await department.getByLabel('Year').fill('2031');
  await department.getByLabel('Closes for it: time').fill('17:00');
  await department.getByLabel('Reason').fill('Norovirus closed two wards.');
  await department.getByRole('button', { name: 'Extend' }).click();
  await page.getByRole('heading', { name: 'Who is affected' }).waitFor();
  await page.getByRole('listitem').filter({ hasText: 'Therapies and rehabilitation' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Confirm the new closing time' }).click();
  await page.getByText('The department has more time.').waitFor();
  await page.getByText(/30 June 2031 at 17:00: Norovirus/).waitFor();
  await expectAccessible(page);
});
