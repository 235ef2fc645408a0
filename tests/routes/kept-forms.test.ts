// What was typed before a session ended is carried through the sign-in, character for character.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import {
  type Answer,
  formFields,
  signedInAs,
  tablesHash,
  valueOf,
  type Visitor,
  visitor,
} from '#tests/support/http.ts';
import { PASSWORD, PEOPLE } from '#tests/support/people.ts';
import { type Ids, idsOf } from './access-places.ts';

const TEXTS = [
  ['line breaks', 'One\r\n\r\nTwo\r\n  three'],
  ['quotes and tags', `"it's" <b>&amp; </textarea></form><script>alert(1)</script>`],
  ['emoji and Arabic', '👩🏾‍⚕️ أثر الإرشاد على الزملاء 🧵 عَرَبِيّ'],
  ['combining marks and odd spaces', 'Llŷr e\u0301\u00a0\u2003\u200d\u2028 end'],
  ['what looks like a field', 'kept-to=/evil&kept-form=[]'],
  ['a long text', 'Überprüfung "x" \r\n'.repeat(2000)],
] as const;

let app: AppServer;
let ids: Ids;

beforeAll(async () => {
  app = await startApp();
  ids = idsOf(app.folder, 'Therapies and rehabilitation');
});
afterAll(() => app?.stop());

const CRITERIA = ['A1', 'A2', 'A3', 'A4', 'A5', 'M1'];

function versionOf(criterion: string): string {
  const sql =
    'select coalesce(max(version), 0) from answers where assessment_id = ? and criterion = ?';
  return valueOf(app.folder, sql, ids['id'] ?? '', criterion);
}

function narrativeOf(criterion: string): string {
  const sql = 'select narrative from answers where assessment_id = ? and criterion = ?';
  return valueOf(app.folder, sql, ids['id'] ?? '', criterion);
}

/** Signs in on a page that carries a form; the page that comes back. */
async function signInOn(person: Visitor, page: Answer, email: string = PEOPLE.lead) {
  const carried = formFields(page.text, '/sign-in');
  return person.post('/sign-in', [...carried, ['email', email], ['password', PASSWORD]]);
}

describe('a form that arrives after the session has ended', () => {
  test.each(TEXTS.map(([what, text], index) => [what, text, CRITERIA[index] ?? 'A1'] as const))(
    'is saved exactly after signing in: %s',
    async (_, narrative, criterion) => {
      const address = `/assessments/${ids['id']}/criteria/${criterion}`;
      const person = await signedInAs(app, PEOPLE.lead);
      await person.post('/sign-out', {});
      const before = tablesHash(app.folder);
      const asked = await person.post(address, {
        narrative,
        rating: '1',
        version: versionOf(criterion),
        intent: 'return',
      });
      expect(asked.status).toBe(401);
      expect(asked.text).not.toContain('<script>alert');
      expect(tablesHash(app.folder)).toBe(before);
      const wrong = await person.post('/sign-in', [
        ...formFields(asked.text, '/sign-in'),
        ['email', PEOPLE.lead],
        ['password', 'wrong'],
      ]);
      expect(wrong.status).toBe(422);
      const page = await signInOn(person, wrong);
      expect(page.status).toBe(200);
      const fields = formFields(page.text, address);
      expect(Object.fromEntries(fields)).toMatchObject({ narrative, intent: 'return' });
      const saved = await person.post(address, fields);
      expect(saved.headers.get('location')).toBe(`/assessments/${ids['id']}?done=saved`);
      expect(narrativeOf(criterion)).toBe(narrative.replaceAll('\r\n', '\n'));
    },
  );

  test('is not lost where the person has signed in already, in another window', async () => {
    const address = `/assessments/${ids['id']}/criteria/M2`;
    const person = visitor(app);
    const form = { narrative: 'Typed in the first window', rating: '1', version: versionOf('M2') };
    const asked = await person.post(address, form);
    await person.post('/sign-in', { email: PEOPLE.lead, password: PASSWORD });
    const page = await signInOn(person, asked);
    expect(page.status).toBe(200);
    expect(Object.fromEntries(formFields(page.text, address))).toMatchObject(form);
  });

  test('is not saved for someone else who signs in, and names that person', async () => {
    const address = `/assessments/${ids['id']}/criteria/M3`;
    const other = visitor(app);
    const asked = await other.post(address, { narrative: 'Mine', rating: '1', version: '1' });
    const page = await signInOn(other, asked, PEOPLE.stranger);
    const before = tablesHash(app.folder);
    expect((await other.post(address, formFields(page.text, address))).status).toBe(404);
    expect(tablesHash(app.folder)).toBe(before);
  });

  test('keeps ticked boxes and repeated fields in their order', async () => {
    const address = `/assessments/${ids['id']}/actions/new`;
    const person = visitor(app);
    const fields: readonly (readonly [string, string])[] = [
      ['criteria', 'G1'],
      ['criteria', 'G2'],
      ['objective', 'Kept'],
      ['steps', 'a\r\nb'],
      ['priority', 'high'],
      ['status', 'on-track'],
    ];
    const page = await signInOn(person, await person.post(address, fields));
    expect(formFields(page.text, address)).toEqual(fields);
    expect((await person.post(address, fields)).status).toBe(303);
    const sql = "select criteria || steps from actions where objective = 'Kept'";
    expect(valueOf(app.folder, sql)).toBe('["G1","G2"]["a","b"]');
  });

  test('with a file keeps its texts, asks for the file again and stores nothing', async () => {
    const address = `/assessments/${ids['id']}/criteria/G2/evidence`;
    const person = visitor(app);
    const description = 'Says "who" \r\n and </textarea> why 🧵';
    const form = new FormData();
    form.set('title', 'Board minute');
    form.set('description', description);
    form.set('file', new Blob(['x'.repeat(2_000_000)]), 'minute.txt');
    const before = tablesHash(app.folder);
    const page = await signInOn(person, await person.upload(address, form));
    const fields = formFields(page.text, address);
    expect(Object.fromEntries(fields)).toEqual({ title: 'Board minute', description });
    const again = await person.post(address, fields);
    expect(again.status).toBe(422);
    expect(again.text).toContain('id="file-error"');
    expect(again.text).toContain('Board minute');
    expect(tablesHash(app.folder)).toBe(before);
  });

  test('sent by a script is asked to sign in, and the page keeps its text itself', async () => {
    const answer = await visitor(app).ask(
      'POST',
      `/assessments/${ids['id']}/criteria/G2/autosave`,
      {
        headers: { Origin: app.origin, Accept: 'application/json' },
        body: new URLSearchParams({ narrative: 'x', version: '1' }),
      },
    );
    expect(answer.status).toBe(401);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
  });

  test.each([
    ['to', 'https://evil.example/'],
    ['to', '//evil.example'],
    ['to', 'javascript:alert(1)'],
    ['form', '{"a":1}'],
    ['form', '[["a"]]'],
    ['form', 'not json'],
    ['form', '[["__proto__","x"]]'],
  ])('leads nowhere else where the hidden field %s was changed to %s', async (field, value) => {
    const person = visitor(app);
    const page = await person.post('/sign-in', {
      'kept-to': '/assessments/new',
      'kept-form': '[["a","b"]]',
      [`kept-${field}`]: value,
      email: PEOPLE.lead,
      password: PASSWORD,
    });
    expect([200, 303]).toContain(page.status);
    expect(page.text).not.toContain('evil.example');
    expect(page.text).not.toContain('javascript:');
    expect(page.headers.get('location') ?? '/').toBe('/');
  });
});

describe('a file that is refused takes nothing with it that was typed', () => {
  test.each([
    ['empty', () => new Blob([]), 'empty'],
    ['of another kind', () => new Blob(['MZ\0\0 a program\0'.repeat(20)]), 'programme.exe'],
    ['larger than it may be', () => new Blob(['x'.repeat(26_300_000)]), 'large.txt'],
    ['far too large', () => new Blob(['x'.repeat(30_000_000)]), 'huge.txt'],
  ])('%s', async (_, content, name) => {
    const person = await signedInAs(app, PEOPLE.lead);
    const form = new FormData();
    form.set('title', 'Llŷr’s minutes');
    form.set('description', 'Shows the “budget”\r\nin two lines');
    form.set('link', 'https://example.org/minutes');
    form.set('file', content(), name);
    const address = `/assessments/${ids['id']}/criteria/A5/evidence`;
    const answer = await person.upload(address, form);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('value="Llŷr’s minutes"');
    expect(answer.text).toContain('value="https://example.org/minutes"');
    expect(answer.text).toContain('Shows the “budget”');
  });
});
