// Whatever somebody typed is on the page that refuses it, also where its form is not there any more: for every
// form of the service, whoever it is refused to.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import { signedInAs, unescaped, type Visitor, visitor } from '#tests/support/http.ts';
import { PEOPLE } from '#tests/support/people.ts';
import { addressOf, type Ids, idsOf, plantSecrets, validForm } from './access-places.ts';
import { ACCESS } from './access-table.ts';

const TEXT = 'Llŷr’s "minutes" <b>&amp;\n\nof ‘March’ 🧵';

/** Whether the page shows the text: as it is, or in a field of one line, which holds no line feed. */
function comesBack(answer: { readonly text: string }): boolean {
  const html = unescaped(answer.text);
  return html.includes(TEXT) || html.includes(`value="${TEXT.replaceAll(/\s+/g, ' ')}`);
}
/** Their passwords, codes and links are not shown again, and pages of one's own account hold little else. */
const OWN = /^\/(?:account|sign-|set-password|forgotten|calendar|reminders|invitations|verify)/;
const FORMS = ACCESS.filter(
  ({ method, pattern, statuses }) =>
    method === 'POST' &&
    !OWN.test(pattern) &&
    !/autosave|presence|files$|drafts/.test(pattern) &&
    [403, 404].includes(statuses.stranger),
).map(({ pattern }) => pattern);

let app: AppServer;
let ids: Ids;
let stranger: Visitor;

beforeAll(async () => {
  app = await startApp();
  ids = idsOf(app.folder, 'Therapies and rehabilitation');
  plantSecrets(app.folder, ids);
  stranger = await signedInAs(app, PEOPLE.stranger);
});
afterAll(() => app?.stop());

test('there are many forms to try', () => expect(FORMS.length).toBeGreaterThan(25));

describe('to somebody whose role is gone', () => {
  test.each(FORMS)('%s', async (pattern) => {
    const form = { ...validForm(app.folder, pattern, ids), typed: TEXT };
    const answer = await stranger.post(addressOf(pattern, ids), form);
    expect([403, 404]).toContain(answer.status);
    expect(comesBack(answer)).toBe(true);
    expect(unescaped(answer.text)).toContain('What you typed is not saved');
  });
});

describe('where a text is too long, to whoever may send it', () => {
  /** What people write in words. */
  const WORDS =
    /^(?:text|narrative|justification|note|reason.*|grounds|summary|objective|steps|description|title|name|barriers|success.*|owner|comment|objection|answer|learned|contact|words)$/;
  const long = `${TEXT} ${'as long as no text may be '.repeat(6000)}`;
  const tried = ACCESS.filter(
    ({ method, pattern, statuses }) =>
      method === 'POST' &&
      !OWN.test(pattern) &&
      !/autosave|presence|files$|drafts/.test(pattern) &&
      [200, 303].some((status) => [statuses.lead, statuses.administrator].includes(status)),
  );

  test.each(tried)('$pattern', async ({ pattern, statuses }) => {
    const email = [200, 303].includes(statuses.lead) ? PEOPLE.lead : PEOPLE.administrator;
    const person = await signedInAs(app, email);
    const form = validForm(app.folder, pattern, ids) ?? {};
    const names = Object.keys(form).filter((name) => WORDS.test(name));
    const spoilt = { ...form, ...Object.fromEntries(names.map((name) => [name, long])) };
    const answer = await person.post(addressOf(pattern, ids), spoilt);
    if (names.length === 0) return;
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(comesBack(answer)).toBe(true);
  });
});

test('with a file, it comes back as well, the file unread', async () => {
  const form = new FormData();
  form.set('title', 'Minute');
  form.set('description', TEXT);
  form.set('file', new Blob(['x'.repeat(100_000)]), 'minute.txt');
  const address = addressOf('/assessments/:id/criteria/:criterion/evidence', ids);
  const answer = await stranger.upload(address, form);
  expect(answer.status).toBe(404);
  expect(unescaped(answer.text).replaceAll('\r\n', '\n')).toContain(TEXT);
  const lead = await signedInAs(app, PEOPLE.lead);
  const long = 'A description that is far longer than it may be. '.repeat(1000);
  form.set('description', long);
  const refused = await lead.upload(address, form);
  expect(refused.status).toBe(422);
  expect(unescaped(refused.text)).toContain(long);
});

test('where a page shows the text itself, it is not there twice', async () => {
  const lead = await signedInAs(app, PEOPLE.lead);
  const typed = 'An objective that nobody has written before';
  const answer = await lead.post(`/assessments/${ids['id']}/actions/new`, { objective: typed });
  expect(answer.status).toBe(422);
  expect(answer.text.split(`>${typed}<`).length + answer.text.split(`"${typed}"`).length).toBe(3);
  expect(answer.text).not.toContain('What you typed is not saved');
  expect(answer.text).toContain('<html lang="en-GB" data-refused');
});

test('a page that refuses nothing says so to nobody', async () => {
  const lead = await signedInAs(app, PEOPLE.lead);
  const { text } = await lead.get(`/assessments/${ids['id']}/actions/new`);
  expect(text).not.toContain('data-refused');
  expect((await lead.get('/no-such-page')).text).not.toContain('What you typed');
});

test('no password, code or id is among it', async () => {
  const secrets = { password: 'teal pebble orchard', code: '135790', answer: '{"id":"by-key"}' };
  const version = '01920000-0000-7000-8000-00000000abcd';
  const form = { note: TEXT, ...secrets, person: version };
  const answer = await stranger.post(`/assessments/${ids['id']}/sign`, form);
  expect(comesBack(answer)).toBe(true);
  for (const secret of [...Object.values(secrets), version]) {
    expect(unescaped(answer.text)).not.toContain(secret);
  }
  const anyone = await visitor(app).post('/no-such-page', { note: TEXT });
  expect(unescaped(anyone.text)).not.toContain(TEXT);
});

test('where it was oneself who saved meanwhile, in another window, nobody else is named', async () => {
  const lead = await signedInAs(app, PEOPLE.lead);
  const page = addressOf('/assessments/:id/indicators/:indicator', ids);
  const form = {
    ...validForm(app.folder, '/assessments/:id/indicators/:indicator', ids),
    version: '0',
  };
  await lead.post(page, form);
  const answer = await lead.post(page, { ...form, source: 'A second window' });
  expect(answer.status).toBe(409);
  expect(answer.text).toContain('These counts were changed while you were typing');
  expect(answer.text).not.toContain('Someone else');
});
