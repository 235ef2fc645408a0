// Changes come from our own pages only, and reading changes nothing (SEC-20 to 25).
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import { signedInAs, tablesHash, unescaped, type Visitor, visitor } from '#tests/support/http.ts';
import { PASSWORD, PEOPLE } from '#tests/support/people.ts';
import { addressOf, dataAddress, type Ids, idsOf, validForm } from './access-places.ts';
import { ACCESS } from './access-table.ts';

// Mail programs send no Origin to the address in a reminder, nor do providers when somebody has signed out there:
// these have tests of their own.
const FROM_ELSEWHERE = ['/reminders/:token', '/sign-in/provider/back-channel-logout'];
const CHANGES = ACCESS.filter(
  ({ method, pattern }) => method === 'POST' && !FROM_ELSEWHERE.includes(pattern),
);
const EVIL = 'https://evil.example';

let app: AppServer;
let ids: Ids;
let lead: Visitor;
let administrator: Visitor;

beforeAll(async () => {
  app = await startApp();
  ids = idsOf(app.folder, 'Therapies and rehabilitation');
  [lead, administrator] = await Promise.all([
    signedInAs(app, PEOPLE.lead),
    signedInAs(app, PEOPLE.administrator),
  ]);
});
afterAll(() => app?.stop());

function allowed(pattern: string): Visitor {
  return pattern.startsWith('/admin') ? administrator : lead;
}

describe('SEC-20 SEC-21 SEC-22 a form that does not come from our own pages is refused', () => {
  test.each([
    ['another site says so', { Origin: EVIL, 'Sec-Fetch-Site': 'cross-site' }],
    ['another site, without saying so', { Origin: EVIL }],
    ['the null origin', { Origin: 'null' }],
    ['a browser that only says cross-site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a browser that only says same-site', { 'Sec-Fetch-Site': 'same-site' }],
    ['a link or a bookmark', { 'Sec-Fetch-Site': 'none' }],
    ['nobody says where from', {}],
    ['only a referrer', { Referer: 'http://localhost/' }],
  ] as const)('%s', async (_, headers) => {
    const before = tablesHash(app.folder);
    for (const { pattern } of CHANGES) {
      const address = addressOf(pattern, ids);
      const form = validForm(app.folder, pattern, ids) ?? {};
      for (const to of [address, dataAddress(address)]) {
        const body = new URLSearchParams(form);
        const answer = await allowed(pattern).ask('POST', to, { headers: { ...headers }, body });
        expect(answer.status, `POST ${to}`).toBe(403);
      }
    }
    expect(tablesHash(app.folder)).toBe(before);
  });

  test('our own origin with another port, a sister host or a longer name is another site', async () => {
    const { protocol, port } = new URL(app.origin);
    const other = [
      `${protocol}//localhost:${Number(port) + 1}`,
      `https://localhost:${port}`,
      `${app.origin}.evil.example`,
      `${protocol}//www.localhost:${port}`,
      `${app.origin}/`,
      `${protocol}//LOCALHOST:${port}`,
    ];
    const [statuses, before] = [[] as number[], tablesHash(app.folder)];
    for (const Origin of other) {
      const body = new URLSearchParams({ intent: 'organisation', organisation: 'Evil trust' });
      const answer = await administrator.ask('POST', '/admin', { headers: { Origin }, body });
      statuses.push(answer.status);
    }
    expect(statuses).toEqual(other.map(() => 403));
    expect(tablesHash(app.folder)).toBe(before);
  });

  test('SEC-25 nobody is signed in or out by another site', async () => {
    const nobody = visitor(app);
    const body = new URLSearchParams({ email: PEOPLE.lead, password: PASSWORD });
    const headers = { Origin: EVIL };
    expect((await nobody.ask('POST', '/sign-in', { headers, body })).status).toBe(403);
    expect(nobody.cookie()).toBe('');
    expect((await lead.ask('POST', '/sign-out', { headers })).status).toBe(403);
    expect((await lead.get('/assessments/new')).status).toBe(200);
  });

  test.each(['text/plain', 'application/json', 'multipart/form-data; boundary=x'])(
    'also as %s',
    async (type) => {
      const answer = await lead.ask('POST', `/assessments/${ids['id']}/actions/new`, {
        headers: { Origin: EVIL, 'Content-Type': type },
        body: 'objective=x',
      });
      expect(answer.status).toBe(403);
    },
  );

  test('SEC-24 a GET that says it is a POST is a GET', async () => {
    const before = tablesHash(app.folder);
    const headers = { 'X-HTTP-Method-Override': 'POST', 'X-HTTP-Method': 'DELETE' };
    const query = '?_method=DELETE&intent=organisation&organisation=Evil';
    expect((await administrator.ask('GET', `/admin${query}`, { headers })).status).toBe(200);
    const action = `/assessments/${ids['id']}/actions/${ids['action']}`;
    expect((await lead.ask('GET', `${action}?intent=remove`, { headers })).status).toBe(200);
    expect(tablesHash(app.folder)).toBe(before);
  });
});

const LINK = /(?:href|src|action)="([^"]+)"/g;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const MOST_PAGES = 120;

describe('SEC-24 reading changes nothing', () => {
  test.each(['lead', 'sponsor', 'administrator', 'chair'] as const)(
    'following every link, as %s',
    async (role) => {
      const person = await signedInAs(app, PEOPLE[role]);
      const before = tablesHash(app.folder);
      // Administrators and members of panels are sent on from the start page.
      const start = { administrator: '/admin/desk', chair: '/reviews', lead: '/', sponsor: '/' };
      const found = new Set([start[role]]);
      for (const address of found) {
        if (found.size > MOST_PAGES) break;
        const page = await person.get(address);
        expect(page.status, address).toBeLessThan(400);
        if (!(page.headers.get('content-type') ?? '').startsWith('text/html')) continue;
        const links = [...page.text.matchAll(LINK)].map(([, link = '']) => unescaped(link));
        for (const link of links.filter((one) => wanted(one))) found.add(link.split('#')[0] ?? '');
      }
      expect(tablesHash(app.folder)).toBe(before);
      expect(found.size).toBeGreaterThan(role === 'lead' ? 40 : 6);
      const linked = [...found].flatMap((address) => address.match(/[0-9a-f-]{36}/g) ?? []);
      for (const id of linked) expect(id).toMatch(UUID);
      for (const address of found) expect(address).not.toMatch(/\/\d+(?:\/|$)/);
    },
  );
});

/** Links inside the service; documents are asked for elsewhere, and leaving is another test. */
function wanted(link: string): boolean {
  return (
    link.startsWith('/') && !/^\/(?:sign-out|assets\/)/.test(link) && !link.includes('/documents/')
  );
}
