// Forms that nobody's browser sends: too large, broken, with fields that are not theirs (SEC-11, 12,
// 64, 66, 67).
import { readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import {
  raw,
  signedInAs,
  tablesHash,
  valueOf,
  type Visitor,
  visitor,
  withDatabase,
} from '#tests/support/http.ts';
import { BOUNDARY, multipart } from '#tests/support/multipart.ts';
import { PEOPLE } from '#tests/support/people.ts';
import { addressOf, type Ids, idsOf, plantSecrets, validForm } from './access-places.ts';
import { ACCESS } from './access-table.ts';

let app: AppServer;
let ids: Ids;
let lead: Visitor;
let administrator: Visitor;

beforeAll(async () => {
  app = await startApp();
  ids = idsOf(app.folder, 'Therapies and rehabilitation');
  plantSecrets(app.folder, ids);
  [lead, administrator] = await Promise.all([
    signedInAs(app, PEOPLE.lead),
    signedInAs(app, PEOPLE.administrator),
  ]);
});
afterAll(() => app?.stop());

// A link needs no field; nobody chosen, and no name, is a choice.
const COMPLETE_WHEN_EMPTY = [
  '/sign-in/passkey/options',
  '/account/passkeys/options',
  '/sign-out',
  '/calendar',
  '/admin/people/:person',
  '/assessments/:id/criteria/:criterion/people',
  '/assessments/:id/name',
  '/assessments/:id/criteria/:criterion/presence',
];
/** Their forms carry what was in a whole file. */
const PREVIEWS = ['/assessments/:id/draft', '/assessments/:id/actions/import'];
const UPLOAD = '/assessments/:id/criteria/:criterion/evidence';
const CHANGES = ACCESS.filter(({ method }) => method === 'POST').map(({ pattern }) => pattern);
// A criterion of its own, which these tests may fill.
const upload = () => addressOf(UPLOAD, { ...ids, criterion: 'G3' });
const files = () => readdirSync(path.join(app.folder, 'files')).toSorted();
const personFor = (pattern: string) => (pattern.startsWith('/admin') ? administrator : lead);

/** A request as bytes, with the lead's session. */
function bytesOf(address: string, headers: readonly string[], body: string | Buffer = ''): Buffer {
  const head = [
    `POST ${address} HTTP/1.1`,
    'Host: x',
    `Origin: ${app.origin}`,
    `Cookie: ${lead.cookie()}`,
    ...headers,
  ].join('\r\n');
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`), Buffer.from(body)]);
}

describe('SEC-66 a form with more than a thousand fields', () => {
  const pairs = (fields: number) => Array.from({ length: fields }, (_, at) => `f${at}=x`).join('&');
  const parts = (fields: number) =>
    multipart(
      Array.from({ length: fields }, (_, at) => ({ name: `f${at}`, content: 'x' })),
    ).toString();
  const URLENCODED = 'application/x-www-form-urlencoded';
  const MULTIPART = `multipart/form-data; boundary=${BOUNDARY}`;
  test.each([
    ['as pairs', URLENCODED, pairs(1001), 413],
    ['very many pairs', URLENCODED, pairs(90_000), 413],
    ['as parts', MULTIPART, parts(1001), 413],
    ['as pairs of a type that is two', `${MULTIPART}, ${URLENCODED}`, pairs(1001), 413],
    ['no more than that, as pairs', URLENCODED, pairs(1000), 422],
    ['no more than that, as parts', MULTIPART, parts(1000), 422],
    ['but one text full of &', URLENCODED, `email=${'%26'.repeat(2000)}`, 422],
  ])('%s', async (_, type, body, status) => {
    const answer = await visitor(app).ask('POST', '/sign-in', {
      headers: { Origin: app.origin, 'Content-Type': type },
      body,
    });
    expect(answer.status).toBe(status);
    if (status === 413) expect(answer.text).toMatch(/more than 1000 fields\. Nothing was saved/);
  });
});

describe('SEC-66 a form that is too large', () => {
  test('is refused on every page, and says so', async () => {
    const before = tablesHash(app.folder);
    for (const pattern of CHANGES) {
      const most = PREVIEWS.includes(pattern) ? 8 : 1;
      const form = { narrative: 'x'.repeat(most * 1_000_000 + 1) };
      const answer = await personFor(pattern).post(addressOf(pattern, ids), form);
      expect(answer.status, pattern).toBe(413);
      expect(answer.text).toContain(`larger than ${most} MB`);
    }
    expect(tablesHash(app.folder)).toBe(before);
  });

  test.each(PREVIEWS)('is read where it carries a whole preview: %s', async (pattern) => {
    const address = addressOf(pattern, ids);
    const form = { carried: 'x'.repeat(7_900_000) };
    expect((await lead.post(address, form)).status).toBe(422);
    const answer = await lead.ask('POST', address, {
      headers: { Origin: app.origin, 'Content-Type': 'text/plain' },
      body: form.carried,
    });
    expect(answer.status).toBe(413);
    expect(answer.text).toContain('larger than 1 MB');
  });

  test('is decided upon where it accepts a draft of more than 1 MB', async () => {
    const narrative = 'Siân '.repeat(19_000);
    const said = { readVersion: 0, claimed: 1, notApplicable: null, narrative };
    const criteria = Array.from({ length: 12 }, (_, at) => `NONE${at}`);
    const form = new URLSearchParams(
      criteria.map((criterion) => ['carried', JSON.stringify({ criterion, ...said })]),
    );
    for (const criterion of criteria) form.append('accept', criterion);
    const answer = await lead.ask('POST', addressOf('/assessments/:id/draft', ids), {
      headers: { Origin: app.origin, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: form.toString(),
    });
    // Read, decided and answered in words: the charter has none of these.
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('NONE11 could not be saved');
  });

  test('is answered once it has been sent, and the next form on the line is read', async () => {
    const body = Buffer.alloc(8_000_000, 'x');
    const type = 'Content-Type: application/x-www-form-urlencoded';
    const large = bytesOf('/admin', [type, `Content-Length: ${body.length}`], body);
    const small = bytesOf('/sign-in/again', [type, 'Content-Length: 0', 'Connection: close']);
    const answer = await raw(app, Buffer.concat([large, small]));
    expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 413', 'HTTP/1.1 401']);
  });

  test('also where the file of someone who may not attach one is refused unread', async () => {
    const viewer = await signedInAs(app, PEOPLE.viewer);
    const form = new FormData();
    form.set('file', new Blob(['x'.repeat(6_000_000)]), 'a.txt');
    for (let time = 0; time < 2; time += 1) {
      expect((await viewer.upload(upload(), form)).status).toBe(403);
    }
  });

  test('in chunks, without a length, is refused before it is read', async () => {
    const chunk = `${(100_000).toString(16)}\r\n${'x'.repeat(100_000)}\r\n`;
    for (const address of ['/sign-in', `/assessments/${ids['id']}/criteria/G1`]) {
      const headers = [
        'Content-Type: application/x-www-form-urlencoded',
        'Transfer-Encoding: chunked',
      ];
      const answer = await raw(app, bytesOf(address, headers, chunk.repeat(20)));
      expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    }
  });

  test('sent to an upload page as an ordinary form has the limit of an ordinary form', async () => {
    const form = { title: 'x', description: 'x'.repeat(1_000_001) };
    expect((await lead.post(upload(), form)).status).toBe(413);
  });

  test('with a length that is a lie is cut off', async () => {
    const headers = ['Content-Type: application/x-www-form-urlencoded', 'Content-Length: 10'];
    const answer = await raw(app, bytesOf('/sign-in', headers, `email=${'x'.repeat(500)}`));
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(answer).toContain('HTTP/1.1 400 Bad Request');
  });

  test('headers of 64 kB are refused', async () => {
    const answer = await raw(app, bytesOf('/sign-in', [`X-Long: ${'x'.repeat(65_000)}`]));
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
  });
});

describe('SEC-67 a form that cannot be read', () => {
  const TYPES = [
    ['text/plain', 'a=b'],
    ['application/json', '{"a":1}'],
    ['multipart/form-data', 'a=b'],
    [`multipart/form-data; boundary=${BOUNDARY}`, 'no boundary in here'],
    [`multipart/form-data; boundary=${BOUNDARY}`, `--${BOUNDARY}\r\nContent-Dis`],
    [`multipart/form-data; boundary=${BOUNDARY}`, `--${BOUNDARY}\r\n\r\nx\r\n--${BOUNDARY}--`],
    ['application/x-www-form-urlencoded; charset=utf-7', '%zz=%&&=&=+%C3%28'],
    ['', 'a=b'],
  ] as const;

  test.each(TYPES)('is refused with a reason, never a failure: %s %s', async (type, body) => {
    const before = tablesHash(app.folder);
    for (const pattern of CHANGES.filter((one) => !COMPLETE_WHEN_EMPTY.includes(one))) {
      for (const person of [personFor(pattern), visitor(app)]) {
        const headers = { Origin: app.origin, 'Content-Type': type };
        const answer = await person.ask('POST', addressOf(pattern, ids), {
          headers,
          body: Buffer.from(body),
        });
        expect(answer.status, pattern).toBeLessThan(500);
        expect([302, 400, 401, 403, 404, 409, 422], pattern).toContain(answer.status);
      }
    }
    expect(tablesHash(app.folder)).toBe(before);
  });

  test('three hundred broken uploads leave no file and no failure', async () => {
    const honest = multipart([
      { name: 'title', content: 'Minutes' },
      { name: 'file', filename: 'a.txt', content: 'x'.repeat(300) },
    ]);
    const inserts = ['\r\n', '--', BOUNDARY, '\0', '"', 'filename*=', '; name=""', '\xff'];
    const broken = fc.oneof(
      fc.nat({ max: honest.length - 40 }).map((at) => honest.subarray(0, at)),
      fc
        .tuple(fc.nat({ max: 230 }), fc.constantFrom(...inserts))
        .map(([at, text]) =>
          Buffer.concat([honest.subarray(0, at), Buffer.from(text, 'latin1'), honest.subarray(at)]),
        ),
    );
    const [before, kept] = [files(), valueOf(app.folder, 'select count(*) from evidence')];
    const statuses = new Map<number, number>();
    const samples = fc.sample(broken, { numRuns: 300, seed: 11 });
    for (let at = 0; at < samples.length; at += 20) {
      const answers = await Promise.all(
        samples.slice(at, at + 20).map((body) =>
          lead.ask('POST', upload(), {
            headers: {
              Origin: app.origin,
              'Content-Type': `multipart/form-data; boundary=${BOUNDARY}`,
            },
            body: new Uint8Array(body),
          }),
        ),
      );
      for (const { status } of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect([...statuses.keys()].filter((status) => ![303, 422].includes(status))).toEqual([]);
    expect(statuses.get(422)).toBeGreaterThan(100);
    const stored = Number(valueOf(app.folder, 'select count(*) from files'));
    expect(files().filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(files().length - before.length).toBeLessThanOrEqual(statuses.get(303) ?? 0);
    expect(files()).toHaveLength(stored);
    const added = Number(valueOf(app.folder, 'select count(*) from evidence')) - Number(kept);
    expect(added).toBe(statuses.get(303) ?? 0);
  });

  test('an upload that breaks off leaves nothing', async () => {
    const before = files();
    const body = multipart([{ name: 'file', filename: 'a.txt', content: 'x'.repeat(5_000) }]);
    const headers = [
      `Content-Type: multipart/form-data; boundary=${BOUNDARY}`,
      'Content-Length: 900000',
    ];
    await raw(app, bytesOf(upload(), headers, body.subarray(0, 3_000)), { silence: 300 });
    await expect.poll(files).toEqual(before);
  });
});

describe('fields that are not of the form', () => {
  const EXTRA = {
    id: 'mine',
    assessmentId: 'mine',
    organisationId: 'mine',
    organisation: 'mine',
    departmentId: 'mine',
    createdBy: 'mine',
    updatedBy: 'mine',
    createdAt: '2000-01-01',
    lockedAt: '2000-01-01',
    status: 'awarded',
    score: '100',
    level: 'gold',
    isAdmin: 'true',
    userId: 'mine',
    fileId: 'mine',
    'memberships[0].role': 'charter-administrator',
    __proto__x: 'polluted',
    '__proto__[polluted]': 'yes',
    '__proto__.polluted': 'yes',
    'constructor.prototype.polluted': 'yes',
    constructor: 'yes',
    toString: 'yes',
    'a[b]': 'x',
  };
  const OPEN = ACCESS.filter(({ method, statuses }) => method === 'POST' && statuses.viewer !== 422)
    .filter(({ statuses }) => [200, 303].includes(statuses.lead))
    .map(({ pattern }) => pattern)
    .filter((pattern) => pattern.startsWith('/assessments/:id'));

  test.each(OPEN)('SEC-11 change nothing else: %s', async (pattern) => {
    const form = validForm(app.folder, pattern, ids) ?? {};
    const fields = [...Object.entries(EXTRA), ['__proto__', 'x'], ...Object.entries(form)] as const;
    const own = fields.map(([name, value]): [string, string] => [name ?? '', value ?? '']);
    const answer = await lead.post(addressOf(pattern, ids), own);
    expect([200, 303]).toContain(answer.status);
    const all = withDatabase(app.folder, (database) =>
      ['answers', 'evidence', 'actions', 'indicator_counts', 'assessments', 'memberships'].flatMap(
        (table) => database.prepare(`select * from ${table}`).all(),
      ),
    );
    expect(JSON.stringify(all)).not.toMatch(/"mine"|2000-01-01|"awarded"|polluted/);
  });

  test('SEC-11 make nobody an administrator and move nothing elsewhere', async () => {
    const department = ids['department'] ?? '';
    const form = { department, target: 'bme-mentoring@1.0.0 gold', beside: 'yes', name: 'Gold' };
    const roles = valueOf(app.folder, 'select group_concat(role) from memberships');
    const answer = await lead.post('/assessments/new', { ...EXTRA, ...form });
    const id = /\/assessments\/([\w-]+)/.exec(answer.headers.get('location') ?? '')?.[1] ?? '';
    const [organisation, by] = ['organisation_id', 'created_by'].map((column) =>
      valueOf(app.folder, `select ${column} from assessments where id = ?`, id),
    );
    expect(organisation).toBe(ids['organisation']);
    expect(by).toBe(valueOf(app.folder, 'select id from user where email = ?', PEOPLE.lead));
    expect(valueOf(app.folder, 'select group_concat(role) from memberships')).toBe(roles);
  });

  test('SEC-12 in the address do not count, and of a repeated one the last counts', async () => {
    const address = `/assessments/${ids['id']}/actions/new`;
    const fields = [
      ['objective', 'first'],
      ['objective', 'last'],
      ['priority', 'high'],
      ['status', 'on-track'],
    ] as const;
    expect((await lead.post(`${address}?objective=query&owner=query`, fields)).status).toBe(303);
    const sql = 'select objective || owner from actions order by created_at desc limit 1';
    expect(valueOf(app.folder, sql)).toBe('last');
  });

  test('SEC-64 named like parts of the language do no harm to the next request', async () => {
    for (const name of ['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString']) {
      for (const pattern of ['/sign-in', '/assessments/new', '/admin']) {
        const answer = await personFor(pattern).post(pattern, { [name]: 'x', [`${name}.x`]: 'y' });
        expect(answer.status, `${name} to ${pattern}`).toBe(422);
      }
    }
    expect((await lead.get(`/assessments/${ids['id']}`)).status).toBe(200);
  });
});

describe('SEC-50 SEC-51 pages that are asked in parts of the language of the database', () => {
  test.each([
    "' or 1=1 --",
    '"; drop table answers; --',
    '%',
    '_',
    '\\',
    '*',
    'NEAR(a b)',
    '\u0000',
  ])('%j is a text like any other', async (text) => {
    const before = tablesHash(app.folder);
    const query = encodeURIComponent(text);
    for (const { pattern } of ACCESS.filter(({ method }) => method === 'GET')) {
      if (pattern.includes(':kind') || !pattern.includes(':')) continue;
      const last = pattern.slice(pattern.lastIndexOf(':') + 1).split('/')[0] ?? '';
      const address = addressOf(pattern, { ...ids, [last]: query });
      const answer = await personFor(pattern).get(`${address}?done=${query}&to=${query}`);
      expect(answer.status, pattern).toBeLessThan(500);
    }
    expect(tablesHash(app.folder)).toBe(before);
  });
});
