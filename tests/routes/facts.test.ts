// The facts of an assessment and the kind of evidence over HTTP, on a charter of format 2: asked, confirmed where they
// change what counts, shown to those who may not change them.
import { beforeAll, expect, test } from 'vitest';
import { inFormatTwo } from '#tests/support/format-two.ts';
import { type HandledApp, handledApp } from '#tests/support/handled-app.ts';
import { valueOf, type Visitor } from '#tests/support/http.ts';
import { PASSWORD, PEOPLE } from '#tests/support/people.ts';
import { idsOf } from './access-places.ts';

let app: HandledApp;
let id: string;
let lead: Visitor;

beforeAll(async () => {
  app = await handledApp();
  id = idsOf(app.folder, 'Therapies and rehabilitation')['id'] ?? '';
  const name = valueOf(app.folder, 'select charter from assessments where id = ?', id);
  const { versions } = app.services.library;
  const held = versions.get(name);
  if (held === undefined || !(versions instanceof Map)) throw new Error(`no ${name}`);
  versions.set(name, { ...held, charter: inFormatTwo(held.charter) });
  lead = await signedIn(PEOPLE.lead);
});

async function signedIn(email: string): Promise<Visitor> {
  const person = app.visitor();
  expect((await person.post('/sign-in', { email, password: PASSWORD })).status).toBe(303);
  return person;
}

const EMPTY = {
  version: '0',
  'fact-nation': '',
  'fact-leaders': '',
  'fact-firstApplication': '',
  'fact-heldSince-day': '',
  'fact-heldSince-month': '',
  'fact-heldSince-year': '',
};
const facts = () =>
  valueOf(
    app.folder,
    "select coalesce(group_concat(fact || '=' || value, ' ' order by fact), '') from assessment_facts where assessment_id = ?",
    id,
  );

test('facts are asked, put right, confirmed and saved', async () => {
  const address = `/assessments/${id}/facts`;
  expect((await lead.get(`/assessments/${id}`)).text).toContain('Facts: <!-- -->0<!-- --> of');
  const page = await lead.get(address);
  expect(page.status).toBe(200);
  for (const text of ['In which nation is it?', 'Where most staff work.', 'Not known yet']) {
    expect(page.text).toContain(text);
  }

  const wrong = await lead.post(address, { ...EMPTY, 'fact-leaders': 'two' });
  expect([wrong.status, facts()]).toEqual([422, '']);
  expect(wrong.text).toContain('Enter a whole number from 0 to 9999999');
  expect(wrong.text).toContain('value="two"');
  const noDay = { 'fact-heldSince-day': '30', 'fact-heldSince-month': '2' };
  const wrongDay = await lead.post(address, { ...EMPTY, ...noDay, 'fact-heldSince-year': '2026' });
  expect(wrongDay.text).toContain('Enter a real date');

  const answered = { ...EMPTY, 'fact-leaders': '0', 'fact-nation': 'wales' };
  const asked = await lead.post(address, answered);
  expect([asked.status, facts()]).toEqual([422, '']);
  expect(asked.text).toContain('These criteria would not apply any more');
  const fields = new Map(
    [...asked.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value] as const,
    ),
  );
  expect(Object.fromEntries(fields)).toMatchObject(answered);
  const saved = await lead.post(address, { ...Object.fromEntries(fields), confirmed: 'yes' });
  expect([saved.status, facts()]).toEqual([303, 'leaders=0 nation=wales']);
  expect((await lead.get(`/assessments/${id}/criteria/G3`)).text).toContain('It does not apply');
  expect((await lead.get(`/assessments/${id}/criteria/G2`)).text).toContain('What about Wales?');

  const late = await lead.post(address, {
    ...EMPTY,
    'fact-leaders': '0',
    'fact-nation': 'england',
  });
  expect(late.status).toBe(409);
  expect(late.text).toContain('These facts were changed while you were typing');
});

test('who may read them and not change them sees them, and nothing is saved', async () => {
  const viewer = await signedIn(PEOPLE.viewer);
  const address = `/assessments/${id}/facts`;
  const page = await viewer.get(address);
  expect(page.text).toContain('Wales');
  expect(page.text).not.toContain('name="fact-nation"');
  const before = facts();
  expect((await viewer.post(address, { ...EMPTY, version: '1' })).status).toBe(403);
  expect(facts()).toBe(before);
  const elsewhere = await signedIn(PEOPLE.stranger);
  expect((await elsewhere.get(address)).status).toBe(404);
  expect((await elsewhere.post(address, EMPTY)).status).toBe(404);
});

test('a form without a field changes nothing', async () => {
  const before = facts();
  expect((await lead.post(`/assessments/${id}/facts`, {})).status).toBe(303);
  expect(facts()).toBe(before);
});

test('the kind of evidence is asked, preset where the rules name one, and refused where it is none', async () => {
  const attach = `/assessments/${id}/criteria/G1/evidence`;
  const page = await lead.get(attach);
  expect(page.text).toContain('Testimony: What testimony is.');
  expect(page.text).toMatch(/<option value="testimony" selected="">Testimony/);
  const item = { title: 'A letter', description: '', link: 'https://letters.example/1' };
  const wrong = await lead.post(attach, { ...item, kind: 'rumour' });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('Choose one of the options');
  expect((await lead.post(attach, { ...item, kind: 'figure' })).status).toBe(303);
  const shown = await lead.get(`/assessments/${id}/criteria/G1`);
  expect(shown.text).toContain('Kind of evidence: <!-- -->Figure');
  const evidence = valueOf(app.folder, "select id from evidence where title = 'A letter'");
  const change = await lead.get(`/assessments/${id}/evidence/${evidence}`);
  expect(change.text).toMatch(/<option value="figure" selected="">Figure/);
});
