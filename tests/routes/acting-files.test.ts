// The built service refuses files that act by themselves in the form, with what to remove, keeps what was
// typed and nothing of the file; honest files of the same programs are taken.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ACTING, HONEST } from '#tests/support/acting-files.ts';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import { signedInAs, type Visitor } from '#tests/support/http.ts';
import { PEOPLE } from '#tests/support/people.ts';
import { addressOf, idsOf } from './access-places.ts';

let app: AppServer;
let lead: Visitor;
let address: string;

beforeAll(async () => {
  app = await startApp();
  const ids = idsOf(app.folder, 'Therapies and rehabilitation');
  address = addressOf('/assessments/:id/criteria/:criterion/evidence', ids);
  lead = await signedInAs(app, PEOPLE.lead);
});
afterAll(() => app?.stop());

function sent(name: string, content: Buffer) {
  const form = new FormData();
  form.set('title', 'Minutes of the Llŷr board');
  form.set('description', '');
  form.set('link', '');
  form.set('file', new Blob([new Uint8Array(content)]), name);
  return lead.upload(address, form);
}

const stored = () => readdirSync(path.join(app.folder, 'files')).length;

test.each([
  ['a DDEAUTO field over three runs', /Ctrl\+Shift\+F9/],
  ['a macro sheet behind a chart', /Delete those sheets/],
  ['the template \\\\server\\share\\a.dotm', /choose Normal\.dotm/],
  ['a script in compressed objects', /Print it to a new PDF/],
  ['an action that starts a program', /Print it to a new PDF/],
] as const)('%s is refused with what to do', async (what, words) => {
  const [, name, content] = ACTING.find(([one]) => one === what) ?? [];
  if (name === undefined || content === undefined) throw new Error('no such file');
  const before = stored();
  const answer = await sent(name, content);
  expect(answer.status).toBe(422);
  expect(answer.text).toMatch(words);
  expect(answer.text).toContain('value="Minutes of the Llŷr board"');
  expect(stored()).toBe(before);
});

test.each([
  'a chart with its workbook',
  'the template H:\\Templates\\Corporate%20report.dotx',
  'a PDF that opens at a page',
])('%s is taken', async (what) => {
  const [, name, content] = HONEST.find(([one]) => one === what) ?? [];
  if (name === undefined || content === undefined) throw new Error('no such file');
  expect((await sent(name, content)).status).toBe(303);
});
