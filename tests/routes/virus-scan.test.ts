// Where a virus scanner is set, pages say what is being checked and what is infected, and nobody gets it:
// neither the department nor the panel nor an archive.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import { clamdServer, EICAR } from '#tests/support/clamd-server.ts';
import { type Answer, signedInAs, type Visitor } from '#tests/support/http.ts';
import { PEOPLE } from '#tests/support/people.ts';
import { PANEL, type ReviewedApp, reviewedApp } from '#tests/support/reviewed-app.ts';
import { addressOf, type Ids, idsOf } from './access-places.ts';

const PATIENCE = { timeout: 20_000, interval: 300 };

let clamd: Awaited<ReturnType<typeof clamdServer>>;
let at: ReviewedApp;
let app: AppServer;
let ids: Ids;
let lead: Visitor;
let reviewer: Visitor;

beforeAll(async () => {
  clamd = await clamdServer();
  clamd.state.manner = 'fails';
  at = await reviewedApp();
  await at.app.kill('SIGTERM');
  app = await startApp({ folder: at.app.folder, env: { CLAMD: `127.0.0.1:${clamd.port}` } });
  ids = idsOf(app.folder, 'Therapies and rehabilitation');
  lead = await signedInAs(app, PEOPLE.lead);
  reviewer = await signedInAs(app, PANEL.kwabena);
  await reviewer.post(`/reviews/${at.review}`, { intent: 'declare', conflict: 'no' });
}, 60_000);
afterAll(async () => {
  await app?.stop();
  await clamd?.stop();
});

const criterion = () => addressOf('/assessments/:id/criteria/:criterion', ids);

async function attach(title: string, content: string): Promise<void> {
  const form = new FormData();
  form.set('title', title);
  form.set('description', '');
  form.set('link', '');
  form.set('file', new Blob([content], { type: 'text/plain' }), `${title}.txt`);
  const address = addressOf('/assessments/:id/criteria/:criterion/evidence', ids);
  expect((await lead.upload(address, form)).status).toBe(303);
}

/** The place of the page that tells of one item. */
function itemOf({ text }: Answer, title: string): string {
  const from = text.indexOf(`>${title}</h3>`);
  return text.slice(from, text.indexOf('</div></div>', from));
}

/** Where the file of an item would be downloaded. */
function fileOf(page: Answer, title: string): string {
  const id = /\/evidence\/([\w-]+)"/.exec(itemOf(page, title))?.[1] ?? '';
  return `${addressOf('/assessments/:id', ids)}/evidence/${id}/file`;
}

describe('SEC-90 while the scanner is down', () => {
  test('a new file is being checked, for its own department', async () => {
    await attach('Minutes of Llŷr', 'Minutes of March');
    const page = await lead.get(criterion());
    expect(itemOf(page, 'Minutes of Llŷr')).toMatch(/being checked for viruses/);
    expect(itemOf(page, 'Minutes of Llŷr')).not.toContain('Download');
    const file = await lead.get(fileOf(page, 'Minutes of Llŷr'));
    expect([file.status, file.headers.get('retry-after')]).toEqual([503, '60']);
    expect(file.text).not.toContain('Minutes of March');
  });

  test('a file from before the setting is held back from the panel', async () => {
    const here = `/reviews/${at.review}/evidence/${at.evidence}`;
    const page = await reviewer.get(here);
    expect(page.text).toMatch(/being checked for viruses/);
    expect(page.text).not.toContain(`${here}/file`);
    expect((await reviewer.get(`${here}/file`)).status).toBe(503);
  });

  test('the log says so once', async () => {
    await expect
      .poll(() => app.lines.filter((line) => line.includes('scanner-down')))
      .toHaveLength(1);
  });
});

describe('SEC-90 when the scanner is back', () => {
  beforeAll(() => {
    clamd.state.manner = 'scans';
  });

  test('clean files can be downloaded, by everyone who may', async () => {
    const page = await lead.get(criterion());
    const file = fileOf(page, 'Minutes of Llŷr');
    await expect.poll(async () => (await lead.get(file)).status, PATIENCE).toBe(200);
    expect((await lead.get(file)).text).toBe('Minutes of March');
    const here = `/reviews/${at.review}/evidence/${at.evidence}`;
    await expect.poll(async () => (await reviewer.get(`${here}/file`)).status, PATIENCE).toBe(200);
    expect((await reviewer.get(here)).text).toContain(`${here}/file`);
  });

  test('an infected file is never given out, and its page says what to do', async () => {
    await attach('Rota', `Rota. ${EICAR}`);
    const held = async () => itemOf(await lead.get(criterion()), 'Rota');
    await expect.poll(held, PATIENCE).toMatch(/found something harmful/);
    expect(await held()).toMatch(/Remove it, look at the computer/);
    const file = await lead.get(fileOf(await lead.get(criterion()), 'Rota'));
    expect(file.status).toBe(403);
    expect(file.text).not.toContain(EICAR);
  });

  test('an archive holds what is clean, and says what it leaves out', async () => {
    const archive = await lead.get(addressOf('/assessments/:id/archive', ids));
    expect(archive.status).toBe(200);
    const names = Buffer.from(archive.bytes).toString('latin1');
    expect(names).toMatch(/Minutes/);
    expect(names).not.toMatch(/evidence\/[^/]*\/?Rota/);
    expect(names).not.toContain(EICAR);
  });
});
