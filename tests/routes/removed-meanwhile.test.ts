// What somebody changes while a colleague removes it keeps its text, and can be put back.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import { signedInAs, unescaped, valueOf } from '#tests/support/http.ts';
import { PEOPLE } from '#tests/support/people.ts';
import { idsOf } from './access-places.ts';

let app: AppServer;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.stop());

test('evidence', async () => {
  const { id } = idsOf(app.folder, 'Therapies and rehabilitation');
  const lead = await signedInAs(app, PEOPLE.lead);
  const attach = `/assessments/${id}/criteria/G3/evidence`;
  const link = 'https://minutes.example/march';
  const first = { title: 'Minute', description: 'As agreed', link };
  expect((await lead.post(attach, first)).status).toBe(303);
  const evidence = valueOf(app.folder, "select id from evidence where title = 'Minute'");
  const address = `/assessments/${id}/evidence/${evidence}`;
  const read = { criterion: 'G3', version: '1' };
  const contributor = await signedInAs(app, PEOPLE.contributor);
  expect((await contributor.post(address, { ...first, ...read, intent: 'remove' })).status).toBe(
    303,
  );

  const description = 'Says "who"\nand </textarea> why 🧵';
  const answer = await lead.post(address, { ...first, ...read, description });
  expect(answer.status).toBe(409);
  const page = unescaped(answer.text);
  for (const text of ['removed this evidence', 'value="Minute"', description, link, attach]) {
    expect(page).toContain(text);
  }
  expect((await lead.post(attach, { ...first, description })).status).toBe(303);
  expect((await lead.get(address)).status).toBe(404);
  const elsewhere = await lead.post(address, { ...first, version: '1', criterion: 'G99' });
  expect(elsewhere.status).toBe(404);
});
