// What the log holds: one event a line, and nothing that anyone wrote, typed or may sign in with
// (SEC-34, 78).
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addressOf, COUNTS, holdsCount, type Ids, idsOf } from '#tests/routes/access-places.ts';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import { raw, signedInAs, valueOf, type Visitor, visitor } from '#tests/support/http.ts';
import { linkTo } from '#tests/support/data.ts';
import { PASSWORD, PEOPLE } from '#tests/support/people.ts';

const NARRATIVE = 'canary-narrative-that-no-log-holds';
const QUERY = 'canary-query-that-no-log-holds';

let app: AppServer;
let ids: Ids;
let lead: Visitor;
let token = '';

beforeAll(async () => {
  app = await startApp();
  ids = idsOf(app.folder, 'Therapies and rehabilitation');
  lead = await signedInAs(app, PEOPLE.lead);
  const administrator = await signedInAs(app, PEOPLE.administrator);
  await administrator.post(addressOf('/admin/people/:person', ids), {});
  token = (await linkTo(app, PEOPLE.contributor)).split('/').at(-1) ?? '';
  await everythingThatCouldBeLogged();
});
afterAll(() => app?.stop());

async function everythingThatCouldBeLogged(): Promise<void> {
  const criterion = addressOf('/assessments/:id/criteria/:criterion', ids);
  const version = valueOf(
    app.folder,
    "select version from answers where criterion = 'G1' and assessment_id = ?",
    ids['id'] ?? '',
  );
  const form = { narrative: NARRATIVE, rating: '1', version };
  await lead.post(criterion, form);
  await lead.post(criterion, { ...form, narrative: `${NARRATIVE} late` });
  await lead.post(addressOf('/assessments/:id/indicators/:indicator', ids), {
    firstNumerator: String(COUNTS[0]),
    firstDenominator: String(COUNTS[1]),
    secondNumerator: String(COUNTS[2]),
    secondDenominator: String(COUNTS[3]),
    version: '0',
  });
  const upload = new FormData();
  upload.set('title', NARRATIVE);
  upload.set('file', new Blob([NARRATIVE]), `${NARRATIVE}.txt`);
  await lead.upload(`${criterion}/evidence`, upload);
  await visitor(app).post('/sign-in', { email: PEOPLE.viewer, password: `${NARRATIVE} password` });
  await visitor(app).post(criterion, form);
  for (const address of [`/set-password/${token}`, `/set-password/${token}.data`]) {
    await visitor(app).get(address);
    await visitor(app).post(address, { password: 'short' });
    await visitor(app).ask('PUT', address, { headers: { Origin: app.origin } });
    await visitor(app).ask('DELETE', address);
    await visitor(app).get(address.replace('/set', '/SET'));
    await visitor(app).get(`${address}/more`);
  }
  await lead.get(`/sign-in?next=/${QUERY}&${QUERY}`);
  await lead.get(`${criterion}?done=${QUERY}`);
  const hostile = 'x\u001b[31m\\r\\n{"event":"forged"}';
  await lead.ask('GET', `/${encodeURIComponent(`\r\n{"event":"forged"}`)}`, {
    headers: { 'User-Agent': `${hostile}${NARRATIVE}`.replaceAll('\u001b', ''), Referer: QUERY },
  });
  await raw(app, `GET /${'y'.repeat(12_000)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
  await raw(app, 'GET http://evil.example/ HTTP/1.1\r\nHost: x\r\n\r\n', { silence: 300 });
  await raw(app, 'TRACE / HTTP/1.1\r\nHost: x\r\n\r\n', { silence: 300 });
  await raw(app, 'nonsense\r\n\r\n', { silence: 300 });
  await lead.get('/%zz');
}

test('SEC-78 every line is one event in JSON, of a length that can be read', () => {
  expect(app.lines.length).toBeGreaterThan(20);
  for (const line of app.lines) {
    const event: unknown = JSON.parse(line);
    expect(event).toMatchObject({ at: expect.any(String), event: expect.any(String) });
    expect(line.length).toBeLessThan(5_000);
    // oxlint-disable-next-line no-control-regex
    expect(line).not.toMatch(/[\x00-\x1f\x7f]/);
  }
  expect(app.lines.filter((line) => line.startsWith('{"event":"forged"'))).toEqual([]);
});

test('SEC-78 no line holds what people wrote, counted or asked for', () => {
  const log = app.lines.join('\n');
  expect(log).not.toContain(NARRATIVE);
  expect(log).not.toContain(QUERY);
  expect(holdsCount(log)).toBe(false);
  for (const email of Object.values(PEOPLE)) expect(log).not.toContain(email);
});

test('a request says its id, who asked and from which network; a refused sign-in whose, as the trail does', () => {
  const lines = app.lines.map((line) => JSON.parse(line));
  const requests = lines.filter(({ event }) => event === 'request');
  const person = valueOf(app.folder, 'select id from user where email = ?', PEOPLE.lead);
  const saved = requests.find(
    (line) => line.person === person && line.method === 'POST' && line.path.includes('/criteria/'),
  );
  expect(saved).toMatchObject({
    request: expect.stringMatching(/^[\w-]{8}$/),
    from: '127.0.0.0/24',
  });
  expect(new Set(requests.map(({ request }) => request)).size).toBe(requests.length);
  const refused = lines.filter(({ event }) => event === 'sign-in-refused');
  expect(refused).toHaveLength(1);
  const [{ account, address, step }] = refused;
  const told = valueOf(
    app.folder,
    "select details from audit_events where event = 'sign-in-refused'",
  );
  expect(JSON.parse(told)).toEqual({ account, address, step });
  expect(step).toBe('password');
  expect(account).toMatch(/^[0-9a-f]{16}$/);
});

test('SEC-78 no line holds anything to sign in with', () => {
  const log = app.lines.join('\n');
  expect(token.length).toBeGreaterThan(30);
  expect(log).not.toContain(token);
  expect(log).not.toContain(PASSWORD);
  for (const cookie of lead.cookie().split('; ')) {
    const [, value = ''] = cookie.split('=');
    expect(log).not.toContain(decodeURIComponent(value).split('.')[0]);
  }
  expect(log).toMatch(/"path":"\/set-password\/…"/);
});
