// What every request costs: one look for its session, and for pages that say the same to everybody neither the same
// bytes twice nor more of them than there must be. What somebody sees who is signed in is never compressed (BREACH).
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HandledApp, handledApp } from '#tests/support/handled-app.ts';
import { type Answer, valueOf, type Visitor } from '#tests/support/http.ts';
import { PASSWORD, PEOPLE } from '#tests/support/people.ts';
import { askedDuring } from '#tests/support/statements.ts';

const SHARED = ['/awards', '/help', '/privacy', '/verify'];
const BROWSER = { 'Accept-Encoding': 'gzip, deflate, br', Accept: 'text/html' };

const OPEN_ASSESSMENT =
  'select a.id from assessments a join departments d on d.id = a.department_id where d.name = ?';
const VERSION_OF_A1 =
  "select coalesce(max(version), 0) from answers where assessment_id = ? and criterion = 'A1'";

let app: HandledApp;
let lead: Visitor;

beforeAll(async () => {
  app = await handledApp();
  lead = app.visitor();
  await lead.post('/sign-in', { email: PEOPLE.lead, password: PASSWORD });
});
afterAll(() => app?.services.close());

function expectPlain({ headers, text }: Answer, where: string): void {
  expect(headers.get('content-encoding'), where).toBeNull();
  expect(headers.get('etag'), where).toBeNull();
  expect(headers.get('cache-control'), where).toBe('no-store');
  expect(text, where).toContain('<!DOCTYPE html>');
}

test.each(SHARED)(
  '%s is compressed for whoever is nobody, as they say they read it',
  async (page) => {
    const br = await app.visitor().ask('GET', page, { headers: BROWSER });
    expect(br.status).toBe(200);
    expect(br.headers.get('content-encoding')).toBe('br');
    expect(br.headers.get('vary')).toBe('Cookie, Accept-Encoding');
    expect(br.headers.get('cache-control')).toBe('no-cache');
    expect(brotliDecompressSync(br.bytes).toString()).toContain('</html>');
    const gzip = await app.visitor().ask('GET', page, { headers: { 'Accept-Encoding': 'gzip' } });
    expect(gunzipSync(gzip.bytes).toString()).toContain('</html>');
    const plain = await app.visitor().ask('GET', page);
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(plain.text).toContain('</html>');
  },
);

test.each(SHARED)(
  '%s is not sent again to who has it, and keeps the policy it came with',
  async (page) => {
    const first = await app.visitor().ask('GET', page, { headers: BROWSER });
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^W\/"[\w-]+"$/);
    const again = { headers: { ...BROWSER, 'If-None-Match': tag } };
    const second = await app.visitor().ask('GET', page, again);
    expect([second.status, second.bytes.byteLength]).toEqual([304, 0]);
    expect(second.headers.get('content-security-policy')).toBeNull();
    expect(second.headers.get('etag')).toBe(tag);
    const changed = await app.visitor().ask('GET', '/cookies', again);
    expect(changed.status).toBe(200);
  },
);

test('SEC-29 nothing is compressed or kept for who sends a cookie, is signed in, or signs in', async () => {
  for (const page of SHARED) {
    expectPlain(await lead.ask('GET', page, { headers: BROWSER }), page);
    expectPlain(await app.visitor('theme=x').ask('GET', page, { headers: BROWSER }), page);
  }
  expectPlain(await app.visitor().ask('GET', '/sign-in', { headers: BROWSER }), '/sign-in');
  const home = await lead.ask('GET', '/', { headers: BROWSER });
  expectPlain(home, '/');
  const missing = await app.visitor().ask('GET', '/no/such/page', { headers: BROWSER });
  expect([missing.status, missing.headers.get('content-encoding')]).toEqual([404, null]);
});

test('a request looks for its session once, and twice for what its person may do', async () => {
  const { connection } = app.services.engine;
  for (const page of ['/', '/calendar', '/help']) {
    const asked = await askedDuring(connection, () => lead.get(page));
    const of = (table: string) => asked.filter(({ sql }) => sql.includes(`from "${table}"`));
    expect(of('session').length, page).toBe(1);
    // Pages may ask who else has a role; what the person has is asked once.
    const own = of('memberships').filter(({ sql }) => sql.includes('"memberships"."user_id" = ?'));
    expect(own.length, page).toBe(1);
  }
});

test.each([
  ['saved and gone on with', ''],
  ['saved while somebody types', '/autosave'],
])('an answer that is %s loads its assessment once', async (_, below) => {
  const id = valueOf(app.folder, OPEN_ASSESSMENT, 'Therapies and rehabilitation');
  const place = `/assessments/${id}/criteria/A1`;
  const version = valueOf(app.folder, VERSION_OF_A1, id);
  const fields = { rating: '1', narrative: `Once${below}`, version, intent: 'continue' };
  let answer: Answer | undefined;
  const asked = await askedDuring(app.services.engine.connection, async () => {
    answer = await lead.post(`${place}${below}`, fields);
  });
  expect(answer?.status).toBe(below === '' ? 303 : 200);
  expect(Number(valueOf(app.folder, VERSION_OF_A1, id))).toBe(Number(version) + 1);
  // What only the whole of an assessment has.
  expect(asked.filter(({ sql }) => sql.includes('from "indicator_counts"'))).toHaveLength(1);
});
