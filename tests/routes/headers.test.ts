// Headers on every answer, cookies that stay here, redirects that stay here, and errors that tell
// nothing (SEC-26 to 29, 32, 33, 56, 69, 81, 84).
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import {
  type Answer,
  raw,
  sessionCookie,
  signedInAs,
  type Visitor,
  visitor,
  withDatabase,
} from '#tests/support/http.ts';
import { PASSWORD, PEOPLE } from '#tests/support/people.ts';
import { addressOf, type Ids, idsOf } from './access-places.ts';

const HTTPS = 'https://charter.example.org';

let app: AppServer;
let https: AppServer;
let ids: Ids;
let lead: Visitor;

beforeAll(async () => {
  [app, https] = await Promise.all([startApp(), startApp({ env: { PUBLIC_ORIGIN: HTTPS } })]);
  ids = idsOf(app.folder, 'Therapies and rehabilitation');
  lead = await signedInAs(app, PEOPLE.lead);
});
afterAll(async () => {
  await Promise.all([app?.stop(), https?.stop()]);
});

function expectSafeHeaders({ headers }: Answer, what: string): void {
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy, what).toContain("frame-ancestors 'none'");
  expect(policy, what).not.toMatch(/unsafe|https?:|\*/);
  expect(headers.get('x-content-type-options'), what).toBe('nosniff');
  expect(headers.get('referrer-policy'), what).toBe('same-origin');
  expect(headers.get('cross-origin-opener-policy'), what).toBe('same-origin');
  expect(headers.get('cross-origin-resource-policy'), what).toBe('same-origin');
  expect(headers.get('permissions-policy'), what).toContain('camera=()');
  expect(headers.get('cache-control'), what).toMatch(/no-store/);
  expect(headers.get('x-powered-by'), what).toBeNull();
  expect(headers.get('server'), what).toBeNull();
}

describe('SEC-27 SEC-29 every answer carries the headers that keep it safe', () => {
  const page = (pattern: string) => async () => lead.get(addressOf(pattern, ids));
  test.each<[string, number, () => Promise<Answer>]>([
    ['a page', 200, page('/assessments/:id')],
    ['a page with scripts', 200, page('/assessments/:id/criteria/:criterion')],
    ['the data of a page', 200, page('/assessments/:id.data')],
    ['a redirect', 302, () => visitor(app).get('/admin')],
    ['a page for others', 404, page('/admin')],
    ['a page that is not there', 404, () => visitor(app).get('/no/such/page')],
    ['what may be read only', 200, page('/assessments/:id/export')],
    ['a download', 200, page('/assessments/:id/evidence/:evidence/file')],
    ['a PDF', 200, page('/assessments/:id/documents/action-plan')],
    ['health', 200, () => visitor(app).get('/healthz')],
    ['readiness', 200, () => visitor(app).get('/readyz')],
    ['a form from elsewhere', 403, () => lead.ask('POST', '/sign-out')],
    ['a form that is too large', 413, () => lead.post('/admin', { a: 'x'.repeat(1_000_001) })],
    ['a method that there is not', 403, () => lead.ask('PROPFIND', '/')],
    ['an address that is none', 400, () => visitor(app).get('/%zz')],
  ])('%s', async (what, status, ask) => {
    const answer = await ask();
    expect(answer.status).toBe(status);
    expectSafeHeaders(answer, what);
  });

  test('files of the build may be kept, and carry nothing that runs', async () => {
    const home = await visitor(app).get('/');
    const style = /href="(\/assets\/[^"]+\.css)"/.exec(home.text)?.[1] ?? '';
    const { status, headers } = await visitor(app).get(style);
    expect(status).toBe(200);
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toContain('immutable');
  });

  test('SEC-28 scripts run with a nonce only, and no two answers have the same', async () => {
    const pages = await Promise.all(
      Array.from({ length: 20 }, () => lead.get(addressOf('/assessments/:id/where-we-stand', ids))),
    );
    const nonces = pages.map(({ headers, text }) => {
      const policy = headers.get('content-security-policy') ?? '';
      const nonce = /script-src 'self' 'nonce-([\w-]{22,})'/.exec(policy)?.[1] ?? '';
      const scripts = text.match(/<script\b[^>]*>/g) ?? [];
      expect(scripts.length).toBeGreaterThan(0);
      for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
      expect(text).not.toMatch(/<[a-z][^>]*\s(?:on\w+|style)=/i);
      return nonce;
    });
    expect(new Set(nonces).size).toBe(pages.length);
    expect(nonces).not.toContain('');
  });

  test('SEC-29 over HTTPS, browsers are told to stay there', async () => {
    const wanted = 'max-age=31536000; includeSubDomains';
    for (const address of ['/', '/no-such-page', '/admin', '/%zz']) {
      const { headers } = await visitor(https).get(address);
      expect(headers.get('strict-transport-security'), address).toBe(wanted);
    }
    expect((await visitor(app).get('/')).headers.get('strict-transport-security')).toBeNull();
  });
});

describe('the cookies of a session and of a device', () => {
  test('SEC-32 are for this host, over HTTPS, out of reach of scripts', async () => {
    const answer = await visitor(https, { origin: HTTPS }).post('/sign-in', {
      email: PEOPLE.lead,
      password: PASSWORD,
    });
    expect(answer.status).toBe(303);
    const cookies = answer.headers.getSetCookie();
    expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual([
      '__Host-session',
      '__Host-device',
    ]);
    for (const cookie of cookies) {
      const [, ...flags] = cookie.split('; ');
      expect(flags.map((flag) => flag.split('=')[0]?.toLowerCase()).toSorted()).toEqual([
        'httponly',
        'max-age',
        'path',
        'samesite',
        'secure',
      ]);
      expect(flags).toEqual(expect.arrayContaining(['Path=/', 'SameSite=Lax']));
    }
  });

  test('SEC-34 are the only ones, and no page or address holds the session', async () => {
    const [, token = ''] = sessionCookie(lead).split('=');
    expect(lead.cookie().split(';')).toHaveLength(2);
    const bare = decodeURIComponent(token).split('.')[0] ?? '';
    expect(bare.length).toBeGreaterThan(20);
    for (const address of ['/', `/assessments/${ids['id']}`, '/no-such-page', '/sign-in.data']) {
      const { text, headers } = await lead.get(address);
      expect(text).not.toContain(bare);
      expect(headers.get('location') ?? '').not.toContain(bare);
    }
  });

  test('SEC-33 a thousand broken cookies are nobody, and no failure', async () => {
    const good = sessionCookie(lead);
    const broken = fc.oneof(
      fc.string({ unit: 'binary-ascii', maxLength: 80 }).map((text) => `session=${text}`),
      fc.string({ maxLength: 200 }),
      fc.nat({ max: good.length - 1 }).map((at) => good.slice(0, at)),
      fc.nat({ max: good.length - 1 }).map((at) => `${good.slice(0, at)}!${good.slice(at + 1)}`),
      fc.constantFrom('session', 'session=', '=', ';;;;', `session=%`, `session=%E0%A4%A`, 'a=b'),
      fc.nat({ max: 7_000 }).map((length) => `session=${'x'.repeat(length)}`),
      fc.constantFrom('__proto__=1; session=x', `session="${good}"`, `session=a; session=b`),
    );
    const samples = fc
      .sample(broken, { numRuns: 1000, seed: 7 })
      // oxlint-disable-next-line no-control-regex
      .map((text) => text.replaceAll(/[\x00-\x1f\x7f]|[^\x00-\xff]/g, ''));
    for (let at = 0; at < samples.length; at += 50) {
      const answers = await Promise.all(
        samples
          .slice(at, at + 50)
          .map((Cookie) => visitor(app).ask('GET', '/assessments/new', { headers: { Cookie } })),
      );
      expect([...new Set(answers.map(({ status }) => status))]).toEqual([302]);
    }
  });

  test('SEC-33 a cookie beside the good one changes nothing, and too many are refused', async () => {
    const Cookie = `other=1; ${lead.cookie()}; __proto__=x`;
    const ask = (cookie: string) =>
      visitor(app).ask('GET', '/assessments/new', { headers: { Cookie: cookie } });
    expect((await ask(Cookie)).status).toBe(200);
    expect((await ask(`junk=${'x'.repeat(20_000)}`)).status).toBe(431);
  });
});

describe('SEC-56 nobody is led away', () => {
  const payloads = [
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https:evil.example',
    'https://evil.example',
    'http:///evil.example',
    '%2f%2fevil.example',
    '/%2f/evil.example',
    '/%5cevil.example',
    '/%09/evil.example',
    '/\t/evil.example',
    '/\r\nSet-Cookie: a=b',
    '/%0d%0aSet-Cookie:%20a=b',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    '/..//evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    'evil.example',
    '@evil.example',
    '/@evil.example/..//x',
    '///evil.example',
    '////evil.example',
    '/;@evil.example',
    'http:evil.example',
    '?next=//evil.example',
    '#//evil.example',
    '/\u2028/evil.example',
    '/ｅvil//x',
    `/${'a'.repeat(9000)}//evil.example`,
    ' //evil.example',
    '/ /evil.example',
    '<script>',
  ];

  test.each(payloads)('after signing in: %j', async (next) => {
    const [before, after] = [visitor(app), lead];
    const page = await before.get(`/sign-in?next=${encodeURIComponent(next)}`);
    const field = /name="next" value="([^"]*)"/.exec(page.text)?.[1] ?? '';
    const signedIn = await after.get(`/sign-in?next=${encodeURIComponent(next)}`);
    for (const to of [field, signedIn.headers.get('location') ?? '']) {
      const url = new URL(to.replaceAll('&amp;', '&'), app.origin);
      expect(url.origin).toBe(app.origin);
      expect(to.startsWith('//')).toBe(false);
    }
    expect(signedIn.headers.get('set-cookie') ?? '').not.toContain('a=b');
  });

  test('also where the form itself was changed', async () => {
    for (const next of payloads.slice(0, 6)) {
      const { status, headers } = await visitor(app).post('/sign-in', {
        email: PEOPLE.viewer,
        password: PASSWORD,
        next,
      });
      expect([status, headers.get('location')]).toEqual([303, '/']);
    }
  });

  test('and a good address is kept', async () => {
    const asked = await visitor(app).get(`/assessments/${ids['id']}/where-we-stand?to=silver`);
    const location = asked.headers.get('location') ?? '';
    const there = await lead.get(location);
    expect(there.headers.get('location')).toBe(
      `/assessments/${ids['id']}/where-we-stand?to=silver`,
    );
  });

  test('SEC-26 another host in the request is not believed', async () => {
    const lines = [
      'Host: evil.example',
      'Host: x\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https',
    ];
    for (const line of lines) {
      for (const address of ['/', '/admin', '/sign-in', '/no-such-page']) {
        const answer = await raw(
          app,
          `GET ${address} HTTP/1.1\r\n${line}\r\nConnection: close\r\n\r\n`,
        );
        expect(answer).toMatch(/^HTTP\/1\.1 \d/);
        expect(answer).not.toContain('evil.example');
      }
    }
  });
});

describe('SEC-84 an answer for one person is not kept for another', () => {
  test.each(['/x.css', '.css', ';.js', '%2fx.css', '/..%2fx.png', '%00.css', '.js?x', '%3b.css'])(
    'a private page with %s behind it is not shown',
    async (suffix) => {
      const answer = await lead.get(`/assessments/${ids['id']}${suffix}`);
      expect([400, 404]).toContain(answer.status);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.text).not.toContain('Therapies');
    },
  );

  test('the list of routes is not handed out', async () => {
    const paths = Array.from({ length: 300 }, (_, index) => `/a${index}`).join(',');
    const answer = await lead.get(`/__manifest?version=1&paths=${encodeURIComponent(paths)}`);
    expect(answer.status).toBe(404);
  });
});

describe('SEC-69 requests that no page could answer are refused', () => {
  test.each([
    ['an address of another site', 'GET http://evil.example/ HTTP/1.1', 400],
    ['no address', 'OPTIONS * HTTP/1.1', 400],
    ['TRACE', 'TRACE / HTTP/1.1', 405],
    ['a percent sign that encodes nothing', 'GET /%zz HTTP/1.1', 400],
    ['bytes that are no text', 'GET /%c3%28 HTTP/1.1', 400],
    ['two lengths', 'POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2', 400],
    [
      'a length and chunks',
      'POST / HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked',
      400,
    ],
    ['no host', 'GET / HTTP/1.1\r\nX: y', 400],
  ])('%s', async (what, start, status) => {
    const host = what === 'no host' ? '' : 'Host: x\r\n';
    const answer = await raw(app, `${start}\r\n${host}\r\n`, { silence: 500 });
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer).not.toMatch(/ at |node_modules|undici/);
  });
});

describe('SEC-81 a failure of ours tells people what to quote and nothing else', () => {
  const DETAILS = /disk secret|no such table|sqlite|\bat \w+ \(|node_modules|\.ts:\d/i;
  const objective = 'an objective that nobody may read in a log';
  const form = { objective, priority: 'high', status: 'on-track' };
  const run = (sql: string) => withDatabase(app.folder, (database) => database.exec(sql));

  test('a page that cannot be read', async () => {
    run('alter table actions rename to actions_elsewhere');
    const address = `/assessments/${ids['id']}/actions`;
    const [answer, data] = [await lead.get(address), await lead.get(`${address}.data`)];
    run('alter table actions_elsewhere rename to actions');
    expect([answer.status, data.status]).toEqual([500, 500]);
    expectSafeHeaders(answer, 'a failure');
    for (const { text } of [answer, data]) expect(text).not.toMatch(DETAILS);
    const reference = /<code>([\w-]{8})<\/code>/.exec(answer.text)?.[1] ?? 'no reference';
    expect(app.lines.filter((line) => line.includes(reference)).join('')).toContain(
      'no such table',
    );
  });

  test('a change that cannot be saved', async () => {
    run(
      "create trigger broken before insert on actions begin select raise(abort, 'disk secret'); end",
    );
    const address = `/assessments/${ids['id']}/actions/new`;
    const answers = [await lead.post(address, form), await lead.post(`${address}.data`, form)];
    run('drop trigger broken');
    expect(answers.map(({ status }) => status)).toEqual([500, 500]);
    for (const { text } of answers) expect(text).not.toMatch(DETAILS);
    const page = answers[0]?.text ?? '';
    expect(page).toContain('Sign out');
    const log = app.lines.join('\n');
    expect(log).toContain(/<code>([\w-]{8})<\/code>/.exec(page)?.[1] ?? 'no reference');
    expect(log).toContain('disk secret');
    expect(log).not.toContain(objective);
  });

  test('autosave that cannot be saved', async () => {
    run(
      "create trigger broken before insert on answers begin select raise(abort, 'disk secret'); end",
    );
    const address = `/assessments/${ids['id']}/criteria/A1/autosave`;
    const answer = await lead.post(address, { narrative: objective, version: '0', rating: '1' });
    run('drop trigger broken');
    expect(answer.status).toBe(500);
    expect(answer.text).not.toMatch(DETAILS);
    expect(app.lines.join('\n')).not.toContain(objective);
  });
});
