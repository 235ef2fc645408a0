// How many files one person may send, and how much one organisation may keep: seen before it is reached,
// said in words where it is, and nothing that was typed is lost.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import { signedInAs, type Visitor } from '#tests/support/http.ts';
import { PEOPLE } from '#tests/support/people.ts';
import { addressOf, type Ids, idsOf } from './access-places.ts';

let app: AppServer;
let ids: Ids;

beforeAll(async () => {
  app = await startApp({ env: { UPLOADS_PER_HOUR: '3', FILES_QUOTA_MB: '1' } });
  ids = idsOf(app.folder, 'Therapies and rehabilitation');
});
afterAll(() => app?.stop());

const evidence = () => addressOf('/assessments/:id/criteria/:criterion/evidence', ids);
const stored = () => readdirSync(path.join(app.folder, 'files')).length;

function formWith(content: string): FormData {
  const form = new FormData();
  form.set('title', 'Minutes of the Llŷr board');
  form.set('description', 'Who leads, and since when.');
  form.set('link', '');
  form.set('file', new Blob([content], { type: 'text/plain' }), 'minutes.txt');
  return form;
}

function expectKept(text: string): void {
  expect(text).toContain('value="Minutes of the Llŷr board"');
  expect(text).toContain('Who leads, and since when.');
}

describe('the files of an organisation', () => {
  test('how much room they take is said where evidence is attached', async () => {
    const lead = await signedInAs(app, PEOPLE.lead);
    const { text } = await lead.get(evidence());
    expect(text).toMatch(/Files of your organisation: .*1.* of .*1.* MB used/);
  });

  test('past their limit are refused in the form, which keeps what was typed', async () => {
    const lead = await signedInAs(app, PEOPLE.lead);
    const before = stored();
    const answer = await lead.upload(evidence(), formWith('Minutes. '.repeat(130_000)));
    expect(answer.status).toBe(422);
    expect(answer.text).toMatch(/would take more than the 1 MB that they may/);
    expectKept(answer.text);
    expect(stored()).toBe(before);
  });
});

describe('files that one person sends', () => {
  let contributor: Visitor;

  test('are taken until they are very many; then the form says when to come again', async () => {
    contributor = await signedInAs(app, PEOPLE.contributor);
    for (let time = 0; time < 3; time += 1) {
      expect((await contributor.upload(evidence(), formWith(`${time}`))).status).toBe(303);
    }
    const before = stored();
    const answer = await contributor.upload(evidence(), formWith('one more'));
    expect(answer.status).toBe(429);
    const seconds = Number(answer.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(3600);
    expect(answer.text).toMatch(/very many files in the last hour\. .* Wait \d+ minutes/);
    expectKept(answer.text);
    expect(stored()).toBe(before);
  });

  test.each(['/assessments/:id/draft', '/assessments/:id/actions/import'])(
    'are counted together: %s is refused too',
    async (pattern) => {
      const answer = await contributor.upload(addressOf(pattern, ids), formWith('x'));
      expect(answer.status).toBe(429);
      expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
      expect(answer.text).toMatch(/very many files in the last hour/);
    },
  );

  test('are no matter for anybody else, nor is what is no file', async () => {
    const other = await signedInAs(app, PEOPLE.lead);
    expect((await other.upload(evidence(), formWith('mine'))).status).toBe(303);
    const link = { title: 'Minutes', description: 'Who leads.', link: 'https://example.org/m' };
    expect((await contributor.post(evidence(), link)).status).toBe(303);
  });
});
