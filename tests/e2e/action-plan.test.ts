import { readdirSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readXlsx } from '#app/adapters/office/xlsx-read.ts';
import { writeXlsx } from '#app/adapters/office/xlsx-write.ts';
import { type Cell, textCell } from '#app/domain/workbook.ts';
import { PLAN_COLUMNS } from '#reports/plan-columns.ts';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import {
  expectAccessible,
  leaveBrowser,
  enterAs,
  startBrowser,
  visit,
} from '#tests/support/browser.ts';
import { PEOPLE } from '#tests/support/people.ts';
import { worked } from '#tests/support/worked.ts';

let app: AppServer;
let browser: Browser;
let filesBefore = 0;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), startBrowser()]);
  filesBefore = readdirSync(path.join(app.folder, 'files')).length;
});
afterAll(async () => {
  await leaveBrowser(browser);
  await app?.stop();
});

type Look = { readonly scripts: boolean; readonly width: number };

/** The plan of the first assessment that this person sees. */
async function onPlan(email: string, look: Look) {
  const visited = await visit(browser, { origin: app.origin, ...look });
  const { page } = visited;
  await enterAs(page, email);
  const link = page.locator('main :is(h2, th) a[href^="/assessments/"]').first();
  const assessment = (await link.getAttribute('href')) ?? '';
  await page.goto(`${assessment}/actions`);
  return { ...visited, assessment };
}

const done = (page: Page, text: string) => page.getByText(text).waitFor();

describe.each([
  ['with scripts', { scripts: true, width: 1200 }],
  ['without scripts, on a phone', { scripts: false, width: 320 }],
] as const)('a plan %s', (_, look) => {
  test('is added to, warned of, ordered, noted on and drawn', async () => {
    const objective = `Review the mentoring policy, ${look.width}`;
    const { page, complaints } = await onPlan(PEOPLE.lead, look);
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Add an action' }).click();
    await page.getByLabel('Objective').fill(objective);
    await page.getByLabel('Key priority').fill('Time for mentoring');
    await page.getByText('Milestones', { exact: true }).click();
    await page.getByLabel('Milestone 1', { exact: true }).fill('The board agrees');
    const milestone = page.getByRole('group', { name: 'Date of milestone 1' });
    await milestone.getByLabel('Day').fill('31');
    await milestone.getByLabel('Month').fill('3');
    await milestone.getByLabel('Year').fill('2028');
    const due = page.getByRole('group', { name: 'Due date' });
    await due.getByLabel('Year').fill('ongoing');
    await page.getByRole('button', { name: 'Add to the plan' }).click();
    await page
      .getByText(/Enter a day on which someone can check it/)
      .first()
      .waitFor();
    await expectAccessible(page);
    expect(await page.getByLabel('Milestone 1', { exact: true }).inputValue()).toBe(
      'The board agrees',
    );
    await due.getByLabel('Day').fill('30');
    await due.getByLabel('Month').fill('6');
    await due.getByLabel('Year').fill('2028');
    await page.getByRole('button', { name: 'Add to the plan' }).click();
    await done(page, 'The action is added to the plan.');
    await expectAccessible(page);

    const panel = page.getByRole('region', { name: 'What a panel would say' });
    await panel.getByText('There is no success measure').waitFor();
    const row = page.getByRole('row', { name: objective });
    await row
      .first()
      .getByRole('button', { name: /^Move up/ })
      .click();
    await done(page, 'The action is moved.');
    const chart = page.getByRole('region', { name: 'Gantt chart' });
    await chart.getByText('31 Mar 2028: The board agrees').first().waitFor();

    await row.first().getByRole('link', { name: objective }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Add to the log' }).click();
    await page.getByText('Enter what has happened').first().waitFor();
    await expectAccessible(page);
    await page.getByLabel('What has happened').fill('The board has asked for a draft.');
    await page.getByLabel('Status from now on').selectOption('On track');
    await page.getByRole('button', { name: 'Add to the log' }).click();
    await done(page, 'Your note is added to the progress log.');
    await page.getByText(/Niamh O’Dowd, \d+ \w+ \d{4} at \d\d:\d\d/).waitFor();
    await expectAccessible(page);

    await page.getByRole('link', { name: 'Change or remove this action' }).click();
    await expectAccessible(page);
    await page.getByLabel('Milestone 1 is reached').check();
    await page.getByLabel('Baseline').fill('None in March 2026');
    await page.getByRole('button', { name: 'Save' }).click();
    await done(page, 'The action is changed.');
    await page.getByText('31 March 2028: The board agrees (reached)').waitFor();
    await page.getByText('None in March 2026').waitFor();
    expect(complaints).toEqual([]);
  });
});

test('the plan goes out as a spreadsheet and as dates, and a changed spreadsheet comes back', async () => {
  const { page, context, assessment } = await onPlan(PEOPLE.contributor, {
    scripts: false,
    width: 320,
  });
  const download = async (file: string) => {
    const cookies = await context.cookies();
    const answer = await fetch(`${app.origin}${assessment}/actions/${file}`, {
      headers: { Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="action-plan/);
    return Buffer.from(await answer.arrayBuffer());
  };
  expect(String(await download('plan.ics'))).toMatch(/^BEGIN:VCALENDAR\r\n/);
  const bytes = await download('plan.xlsx');
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const choose = async (buffer: Buffer) => {
    await page.goto(`${assessment}/actions/import`);
    await page.getByLabel('Spreadsheet').setInputFiles({ name: 'plan.xlsx', mimeType, buffer });
    await page.getByRole('button', { name: 'Show what it changes' }).click();
  };

  await page.goto(`${assessment}/actions/import`);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Show what it changes' }).click();
  await page.getByText('Choose a file').first().waitFor();
  await expectAccessible(page);
  await choose(Buffer.from('a,b\n'));
  await page.getByText('Choose an Excel file (.xlsx).').first().waitFor();

  await choose(bytes);
  await page.getByText('Nothing changed.').waitFor();
  await expectAccessible(page);

  const changed = await withNewRow(bytes);
  await choose(withSheet(changed, (xml) => xml.replace('>Owner<', '>Who leads<')));
  await page.getByText(/none of the plan’s.*left out: Who leads\./).waitFor();
  await expectAccessible(page);
  await choose(changed);
  await page.getByRole('heading', { name: 'New action: From the spreadsheet' }).waitFor();
  await page.getByRole('cell', { name: /‘Ongoing’ or ‘to be confirmed’ is none/ }).waitFor();
  await expectAccessible(page);
  const box = page.getByRole('checkbox', { name: /^Add this action/ });
  await box.uncheck();
  await page.getByRole('button', { name: 'Apply these changes' }).click();
  await page.getByText('Tick at least one change').first().waitFor();
  await expectAccessible(page);
  await box.check();
  await page.getByRole('button', { name: 'Apply these changes' }).click();
  await done(page, 'The changes of the spreadsheet are applied.');
  await page.getByRole('link', { name: 'From the spreadsheet' }).first().waitFor();
  expect(readdirSync(path.join(app.folder, 'files')).length).toBe(filesBefore);
});

test('the questions go out as a Word document, and a written one comes back answer by answer', async () => {
  const { page, context, assessment } = await onPlan(PEOPLE.contributor, {
    scripts: false,
    width: 320,
  });
  const cookies = await context.cookies();
  const answer = await fetch(`${app.origin}${assessment}/draft/questions.docx`, {
    headers: { Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') },
  });
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="questions-/);
  const bytes = Buffer.from(await answer.arrayBuffer());
  const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  const choose = async (buffer: Buffer) => {
    await page.goto(`${assessment}/draft`);
    await page.getByLabel('Document').setInputFiles({ name: 'draft.docx', mimeType, buffer });
    await page.getByRole('button', { name: 'Show what it changes' }).click();
  };
  await page.goto(`${assessment}/draft`);
  await expectAccessible(page);
  await choose(bytes);
  await page.getByText('Nothing changed.').waitFor();
  await expectAccessible(page);
  await choose(Buffer.from('text'));
  await page.getByText('Choose a Word file (.docx).').first().waitFor();
  await expectAccessible(page);

  const parts = unzipSync(new Uint8Array(bytes));
  const main = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const box = /(\[G1 narrative \d+\].*?<\/w:tr>.*?<w:t(?: [^>]*)?>)/s;
  expect(main).toMatch(box);
  const translated = main.replace(/\[G1 narrative (\d+)\]/, '[G1 narrativa $1]');
  await choose(Buffer.from(zipSync({ ...parts, 'word/document.xml': strToU8(translated) })));
  await page.getByText('We could not find the box of G1 for the narrative.').waitFor();
  expect(await page.getByText('Nothing changed').count()).toBe(0);
  await expectAccessible(page);
  const written = main.replace(box, '$1Written on the train. ');
  await choose(Buffer.from(zipSync({ ...parts, 'word/document.xml': strToU8(written) })));
  await page.getByText('Written on the train.').first().waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Accept the ticked answers' }).click();
  await done(page, 'The answers of your document are saved.');
  await page.goto(`${assessment}/criteria/G1`);
  expect(await page.locator('textarea#narrative').inputValue()).toMatch(/^Written on the train\. /);
});

function withSheet(bytes: Buffer, edit: (xml: string) => string): Buffer {
  const parts = unzipSync(new Uint8Array(bytes));
  const name = 'xl/worksheets/sheet2.xml';
  const xml = strFromU8(parts[name] ?? new Uint8Array());
  return Buffer.from(zipSync({ ...parts, [name]: strToU8(edit(xml)) }));
}

/** The spreadsheet with one more action, and with another that has no date but a word. */
async function withNewRow(bytes: Buffer): Promise<Buffer> {
  const sheet = worked(await readXlsx(bytes, 'Actions'));
  const row = (objective: string, due: string) =>
    PLAN_COLUMNS.map(({ title }) => {
      if (title === 'Objective') return textCell(objective);
      return textCell(title === 'Due date' ? due : '');
    });
  const rows = [
    ...(sheet?.rows.slice(1) ?? []).map((cells) =>
      cells.map((cell): Cell => (cell.kind === 'unclear' ? textCell('') : cell)),
    ),
    row('From the spreadsheet', '31/3/2028'),
    row('Without an end', 'ongoing'),
  ];
  const other = { name: 'Notes', columns: [{ title: '', width: 9 }], rows: [] };
  const sheets = [other, { name: 'Actions', columns: PLAN_COLUMNS, rows }];
  return Buffer.from(await writeXlsx({ title: 'Changed', sheets }));
}

test('two people at one action: what differs is shown, and a removed one can be added again', async () => {
  const look = { scripts: false, width: 1200 };
  const first = await onPlan(PEOPLE.lead, look);
  const second = await onPlan(PEOPLE.contributor, look);
  const action = await first.page.locator('table a').first().getAttribute('href');
  await first.page.goto(`${action}/change`);
  await second.page.goto(`${action}/change`);
  await first.page.getByLabel('Target').fill('Nine in ten');
  await first.page.getByRole('button', { name: 'Save' }).click();
  await second.page.getByLabel('Target').fill('Eight in ten');
  await second.page.getByRole('button', { name: 'Save' }).click();
  await second.page.getByRole('heading', { name: 'Target, saved now' }).waitFor();
  await second.page.getByText('Nine in ten').waitFor();
  await expectAccessible(second.page);
  await second.page.getByRole('button', { name: 'Save' }).click();
  await done(second.page, 'The action is changed.');

  await first.page.goto(`${action}/change`);
  await second.page.goto(`${action}/change`);
  await first.page.getByText('Remove this action').click();
  await first.page.getByRole('button', { name: 'Remove the action' }).click();
  await done(first.page, 'The action is removed from the plan.');
  await second.page.getByLabel('Baseline').fill('None');
  await second.page.getByRole('button', { name: 'Save' }).click();
  await second.page.getByText('removed it').waitFor();
  await expectAccessible(second.page);
  await second.page.getByRole('button', { name: 'Add it to the plan again' }).click();
  await done(second.page, 'The action is added to the plan.');
});

test('who may only read sees the action and its log, and no form', async () => {
  const { page } = await onPlan(PEOPLE.sponsor, { scripts: false, width: 320 });
  await expectAccessible(page);
  expect(await page.getByRole('button', { name: /^Move/ }).count()).toBe(0);
  await page.locator('table a').first().click();
  await page.getByRole('heading', { name: 'Progress' }).waitFor();
  expect(await page.locator('form textarea').count()).toBe(0);
  await expectAccessible(page);
});
