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

  test.each([
    ['a query with + and :', '?from=bme-mentoring@1.0.0&at=10:30+01', 1, 20],
    ['a query with brackets', '?criterion=(M4)&rating=2', 1, 20],
    ['as many fields as a form may have', '', 1000, 20],
    ['a text of 250,000 characters', '', 1, 250_000],
  ])('is carried with %s', async (_, query, count, length) => {
    const address = `/assessments/${ids['id']}/actions/new${query}`;
    const fields = Array.from({ length: count }, () => ['steps', 'ab'.repeat(length / 2)] as const);
    const person = visitor(app);
    const asked = await person.post(address, fields);
    expect(asked.status).toBe(401);
    expect(asked.text).toContain('Your text is not lost: this page carries it');
    const page = await signInOn(person, asked);
    const action = address.replaceAll('&', '&amp;');
    expect(formFields(page.text, action)).toEqual(fields);
  });

  test.each([
    ['is too large', '', 'ab“’'.repeat(16_000), 3],
    [
      'goes to an address that cannot be carried',
      '?to=https://x.example',
      'A short text of mine',
      1,
    ],
  ])(
    'says that it is not carried, and shows its texts, where it %s',
    async (_, query, text, count) => {
      const address = `/assessments/${ids['id']}/actions/new`;
      const fields = Array.from({ length: count }, () => ['steps', text] as const);
      const asked = await visitor(app).post(address + query, fields);
      expect(asked.status).toBe(401);
      expect(asked.text).toContain('this page cannot carry it');
      expect(asked.text).not.toContain('Your text is not lost');
      expect(asked.text.split(text)).toHaveLength(count + 1);
      expect(Object.fromEntries(formFields(asked.text, '/sign-in'))).toEqual({ next: address });
    },
  );

  test('that is the preview of a large file shows the sentences in it', async () => {
    const carried = (n: number) =>
      JSON.stringify({ criterion: `A${n}`, narrative: `Answer ${n}: ${'ab“'.repeat(5000)}` });
    const fields = Array.from({ length: 80 }, (_, n) => ['carried', carried(n)] as const);
    const asked = await visitor(app).post(`/assessments/${ids['id']}/draft`, fields);
    expect(asked.status).toBe(401);
    expect(asked.text).not.toContain('Your text is not lost');
    expect(asked.text).toContain('choose the file again');
    for (let n = 0; n < 80; n += 1) expect(asked.text).toContain(`>Answer ${n}: ab“`);
    expect(asked.text).not.toContain('&quot;narrative');
  });

  test('has no password, code or passkey of it on the page; an answer in words stays', async () => {
    const secrets = {
      password: 'teal pebble orchard',
      code: '135790',
      new: '{"id":"key-of-mine"}',
    };
    const signed = { answer: '{"id":"signed-by-key"}' };
    const address = `/assessments/${ids['id']}/sign`;
    const asked = await visitor(app).post(address, { note: 'Mine', ...secrets, ...signed });
    for (const secret of ['teal pebble orchard', '135790', 'key-of-mine', 'signed-by-key']) {
      expect(asked.text).not.toContain(secret);
    }
    const { 'kept-form': kept = '' } = Object.fromEntries(formFields(asked.text, '/sign-in'));
    expect(JSON.parse(kept)).toEqual([['note', 'Mine']]);
    const inWords = await visitor(app).post(address, { answer: 'We look at it again' });
    expect(inWords.text).toContain('We look at it again');
  });

  test.each(['/account', '/account/password', '/account/second-factor'])(
    'to %s is not carried: who signs in comes back to the page',
    async (address) => {
      const form = { name: 'Siân ap Rhŷs', next: 'tri gair hollol wahanol', intent: 'finish' };
      const asked = await visitor(app).post(address, form);
      expect(asked.status).toBe(401);
      for (const text of [form.name, form.next]) expect(asked.text).not.toContain(text);
      expect(asked.text).toContain('is not kept. Sign in, and send it once more');
      const person = visitor(app);
      const fields = formFields(asked.text, '/sign-in');
      expect(fields).toEqual([['next', address]]);
      const signIn = [...fields, ['email', PEOPLE.lead], ['password', PASSWORD]] as const;
      expect((await person.post('/sign-in', signIn)).headers.get('location')).toBe(address);
    },
  );

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
