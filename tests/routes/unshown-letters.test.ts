// Whoever makes a document is told before which letters it cannot show, wherever documents are made.
import { beforeAll, expect, test } from 'vitest';
import { handledApp, type HandledApp } from '#tests/support/handled-app.ts';
import type { Visitor } from '#tests/support/http.ts';
import { PASSWORD, PEOPLE } from '#tests/support/people.ts';

const SAID = 'A PDF cannot show all of these letters';
const NAME = '王小明';

let app: HandledApp;

beforeAll(async () => {
  app = await handledApp();
});

async function enter(email: string): Promise<Visitor> {
  const person = app.visitor();
  expect((await person.post('/sign-in', { email, password: PASSWORD })).status).toBe(303);
  return person;
}

test('the documents of an assessment name the words, and nothing where all is shown', async () => {
  const lead = await enter(PEOPLE.lead);
  const home = await lead.get('/');
  const place = /href="(\/assessments\/[0-9a-f-]{36})/.exec(home.text)?.[1] ?? '';
  expect((await lead.get(`${place}/documents`)).text).not.toContain(SAID);
  const id = place.split('/').at(-1) ?? '';
  app.services.engine.connection
    .prepare('update actions set owner = ? where assessment_id = ?')
    .run(`Led by ${NAME}, שרה כהן`, id);
  const { text } = await lead.get(`${place}/documents`);
  expect(text).toContain(SAID);
  expect(text).toContain(NAME);
  expect(text).not.toContain('שרה');
});

test('a panel reads it beside the submission', async () => {
  const chair = await enter(PEOPLE.chair);
  const home = await chair.get('/reviews');
  const review = /href="(\/reviews\/[^"/]+)"/.exec(home.text)?.[1] ?? '';
  expect((await chair.get(review)).text).not.toContain(SAID);
  app.services.engine.connection.prepare('update departments set name = ?').run(NAME);
  expect((await chair.get(review)).text).toContain(SAID);
});
