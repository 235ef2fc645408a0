import { type Schema, Validator } from '@cfworker/json-schema';
import { parse } from 'csv-parse/sync';
import { parseXml } from '@rgrove/parse-xml';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApiDocument } from '#app/http/register-api/openapi-document.ts';
import { linkHeader } from '#app/http/register-api/public-api.ts';
import { openEngine } from '#db/engine.sqlite.ts';
import { openEvidenceFiles } from '#app/adapters/evidence-files/evidence-files.ts';
import { loadCharterLibrary } from '#app/adapters/charter-files/charter-library.ts';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import { PRIVATE, RECOMMENDATION } from '#tests/support/award-record.ts';
import { testSeal } from '#tests/support/services.ts';
import { addAward, addDocument } from '#tests/support/awards.ts';
import { signedInAs, valueOf, type Visitor, visitor } from '#tests/support/http.ts';
import { verifyIndependently } from '#tests/support/independent-verifier.ts';
import { PEOPLE } from '#tests/support/people.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

let app: AppServer;
let anyone: Visitor;
let document: { readonly paths: object; readonly components: { readonly schemas: object } };
let hidden: string;
let withdrawn: string;

beforeAll(async () => {
  app = await startApp();
  anyone = visitor(app);
  const engine = openEngine(
    path.join(app.folder, 'charter.db'),
    path.join(ROOT, 'db/migrations/sqlite'),
    { seal: testSeal() },
  );
  const library = await loadCharterLibrary(path.join(ROOT, 'charter-criteria'));
  for (let index = 0; index < 5; index += 1) {
    await addAward(
      { engine, library },
      {
        organisation: 'formula',
        organisationName: '=cmd|calc!A1',
        odsCode: 'RX1',
        department: `unit${index}`,
        level: index === 0 ? 'gold' : 'silver',
        awardedOn: '2025-03-02',
        publishedAt: `2026-05-0${index + 1}T09:00:00.000Z`,
      },
    );
  }
  const parts = { organisation: 'formula', department: 'unit0', awardedOn: '2024-05-05' };
  hidden = (await addAward({ engine, library }, { ...parts, publishedAt: null })).number;
  const gone = await addAward(
    { engine, library },
    {
      ...parts,
      publishedAt: '2026-01-01T09:00:00.000Z',
      withdrawn: { at: '2026-06-01T09:00:00.000Z', reason: 'Given up' },
    },
  );
  withdrawn = gone.number;
  const files = openEvidenceFiles(app.folder, () => randomUUID());
  for (const kind of ['award-report', 'action-plan', 'certificate']) {
    await addDocument({ engine, library, files }, gone.decisionId, kind);
  }
  engine.close();
  document = JSON.parse((await anyone.get('/api/v1/openapi.json')).text);
});
afterAll(() => app?.stop());

/** What is wrong with a value under a shape of the published document. */
function mistakes(name: string, value: unknown): readonly string[] {
  const schema: Schema = { $ref: `#/components/schemas/${name}`, components: document.components };
  return new Validator(schema, '2020-12', false)
    .validate(value)
    .errors.map(({ instanceLocation, error }) => `${instanceLocation} ${error}`);
}

/** How many awards are in the register. */
function published(): number {
  const sql = 'select count(*) from awards where published_at is not null';
  return Number(valueOf(app.folder, sql));
}

async function json(address: string) {
  const answer = await anyone.get(address);
  return { ...answer, value: JSON.parse(answer.text) };
}

describe('every answer is what the published document says', () => {
  test.each([
    ['/api/v1/awards', 200, 'AwardPage'],
    ['/api/v1/awards?limit=2', 200, 'AwardPage'],
    ['/api/v1/awards?level=gold&charter=bme-mentoring&year=2025', 200, 'AwardPage'],
    ['/api/v1/awards?words=no-such-word', 200, 'AwardPage'],
    ['/api/v1/awards/MC-2026-0001', 200, 'Award'],
    ['/api/v1/organisations/award-holder', 200, 'OrganisationPage'],
    ['/api/v1/organisations/RX1?limit=2', 200, 'OrganisationPage'],
    ['/api/v1/awards/MC-2020-0001', 404, 'Problem'],
    ['/api/v1/organisations/nobody', 404, 'Problem'],
    ['/api/v1/awards?colour=blue', 400, 'Problem'],
    ['/api/v1/awards?limit=101', 400, 'Problem'],
    ['/api/v1/awards?limit=0', 400, 'Problem'],
    ['/api/v1/awards?limit=two', 400, 'Problem'],
    ['/api/v1/awards?year=27', 400, 'Problem'],
    ['/api/v1/awards?after=yesterday', 400, 'Problem'],
    ['/api/v1/awards?level=gold&level=silver', 400, 'Problem'],
    ['/api/v1/awards/MC-2026-0001?x=1', 400, 'Problem'],
    ['/api/v1/openapi.json?x=1', 400, 'Problem'],
    ['/awards.csv?limit=5', 400, 'Problem'],
  ])('%s', async (address, status, name) => {
    const answer = await json(address);
    expect([answer.status, mistakes(name, answer.value)]).toEqual([status, []]);
    expect(answer.headers.get('content-type')).toBe(
      status === 200 ? 'application/json; charset=utf-8' : 'application/problem+json',
    );
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
  });

  test('and the document refuses what is not', () => {
    expect(mistakes('AwardPage', { awards: [{}], next: null })).not.toEqual([]);
    expect(mistakes('Problem', { status: 404 })).not.toEqual([]);
    expect(Object.keys(document.paths)).toHaveLength(3);
  });
});

test('the document changes only together with its version, and says under what licence', async () => {
  const { value } = await json('/api/v1/openapi.json');
  const text = JSON.stringify(value, null, 2).replaceAll(app.origin, 'https://charter.example');
  await expect(`${text}\n`).toMatchFileSnapshot('../golden/openapi.json');
  expect(value.info.license).toBeUndefined();
  expect((await json('/api/v1/awards/MC-2026-0001')).value.licence).toBeNull();
  expect((await anyone.get('/awards.csv')).headers.get('link')).toBeNull();
  expect((await anyone.get('/awards')).text).not.toMatch(/licence/i);
});

test('a licence that is set is stated in the document and in the header', () => {
  const registerLicence = 'https://charter.example/licence';
  const terms = { origin: 'https://charter.example', registerLicence };
  expect(openApiDocument(terms).info.license?.url).toBe(registerLicence);
  expect(linkHeader(null, terms)).toEqual({ Link: `<${registerLicence}>; rel="license"` });
});

describe('addresses that programs read', () => {
  const addresses = [
    '/api/v1/awards',
    '/api/v1/awards/MC-2026-0001',
    '/api/v1/organisations/formula',
    '/api/v1/openapi.json',
    '/awards.csv',
    '/awards/feed.atom',
    '/awards/MC-2026-0001/credential',
    '/.well-known/did.json',
    '/.well-known/jwks.json',
  ];

  test.each(addresses)('%s refuses every other method in the words of HTTP', async (address) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const answer = await fetch(`${app.origin}${address}`, {
        method,
        headers: { origin: 'https://elsewhere.example' },
      });
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
      expect(await answer.json()).toMatchObject({ status: 405 });
    }
  });

  test.each(addresses)('%s answers a browser that asks first', async (address) => {
    const answer = await fetch(`${app.origin}${address}`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://elsewhere.example',
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'if-none-match',
      },
    });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('access-control-allow-methods')).toContain('GET');
    expect(answer.headers.get('access-control-allow-headers')?.toLowerCase()).toContain(
      'if-none-match',
    );
  });
});

test('following `next` gives every published award once, and no other', async () => {
  const numbers: string[] = [];
  let address: string | null = '/api/v1/awards?limit=2';
  while (address !== null) {
    const { value, headers }: Awaited<ReturnType<typeof json>> = await json(address);
    numbers.push(...value.awards.map(({ number }: { number: string }) => number));
    expect(value.awards.length).toBeLessThanOrEqual(2);
    expect(headers.get('link')).toBe(value.next === null ? null : `<${value.next}>; rel="next"`);
    address = value.next === null ? null : String(value.next).replace(app.origin, '');
  }
  expect(numbers).toHaveLength(published());
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(numbers).not.toContain(hidden);
});

test.each(['/api/v1/awards', '/api/v1/awards/MC-2026-0001', '/awards.csv', '/awards/feed.atom'])(
  'what has not changed is not sent again: %s',
  async (address) => {
    const first = await anyone.get(address);
    const tag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toMatch(/^public, max-age=\d+$/);
    for (const given of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const again = await anyone.ask('GET', address, { headers: { 'If-None-Match': given } });
      expect([again.status, again.text]).toEqual([304, '']);
    }
    const other = await anyone.ask('GET', address, { headers: { 'If-None-Match': '"other"' } });
    expect([other.status, other.text]).toEqual([200, first.text]);
  },
);

test('SEC-09 an award that is not published is answered as one that does not exist', async () => {
  for (const form of ['/api/v1/awards/#', '/awards/#', '/awards/#/credential', '/verify/#']) {
    const [one, other] = [
      await anyone.get(form.replace('#', hidden)),
      await anyone.get(form.replace('#', 'MC-2024-9999')),
    ];
    expect(one.status).toBe(404);
    const bare = ({ text }: { text: string }, number: string) =>
      text.replaceAll(number, '#').replaceAll(/nonce="[^"]*"|reference[^<]*|[\w-]{8}<\/code>/g, '');
    expect(bare(one, hidden)).toBe(bare(other, 'MC-2024-9999'));
  }
  const feed = await anyone.get('/awards/feed.atom');
  const csv = await anyone.get('/awards.csv');
  expect(feed.text + csv.text).not.toContain(hidden);
});

test('SEC-06 nothing that is public holds a canary of what is not', async () => {
  for (const address of [
    '/awards',
    '/awards/MC-2026-0001',
    '/awards/MC-2026-0001.data',
    '/api/v1/awards',
    '/api/v1/awards/MC-2026-0001',
    '/api/v1/organisations/award-holder',
    '/awards.csv',
    '/awards/feed.atom',
    '/verify/MC-2026-0001',
    '/awards/organisations/award-holder',
  ]) {
    const { status, text } = await anyone.get(address);
    expect([address, status]).toEqual([address, 200]);
    for (const canary of [...Object.values(PRIVATE), RECOMMENDATION]) {
      expect(text).not.toContain(canary);
    }
  }
});

test('no answer that others may keep carries a cookie', async () => {
  const lead = await signedInAs(app, PEOPLE.lead);
  for (const address of ['/api/v1/awards', '/awards.csv', '/.well-known/did.json']) {
    const answer = await lead.get(address);
    expect(answer.headers.get('cache-control')).toMatch(/^public/);
    expect(answer.headers.get('set-cookie')).toBeNull();
  }
});

test('SEC-55 the table opens in a spreadsheet without a formula', async () => {
  const { text, headers } = await anyone.get('/awards.csv?organisation=RX1');
  expect(headers.get('content-type')).toContain('text/csv');
  const rows: readonly Record<string, string>[] = parse(text, { columns: true, bom: true });
  expect(rows).toHaveLength(6);
  expect(new Set(rows.map((row) => row['Organisation']))).toEqual(new Set(["'=cmd|calc!A1"]));
  expect(rows.find((row) => row['Number'] === withdrawn)).toMatchObject({ State: 'withdrawn' });
});

test('the feed is whole XML with the newest award first', async () => {
  const { text } = await anyone.get('/awards/feed.atom');
  const root = parseXml(text).root;
  expect(root?.name).toBe('feed');
  expect(text.match(/<entry>/g)).toHaveLength(published());
  expect(text).toContain('<title>unit4, =cmd|calc!A1: Silver</title>');
  expect(text.indexOf('unit4')).toBeLessThan(text.indexOf('unit3'));
});

test('a credential from the built service is accepted over the network alone', async () => {
  const fetchText = async (url: string) => (await fetch(url)).text();
  const jwt = await fetchText(`${app.origin}/awards/MC-2026-0001/credential`);
  expect(await verifyIndependently(jwt, { fetch: fetchText, now: new Date() })).toBe('valid');
  const pasted = await anyone.post('/verify', { credential: ` ${jwt}\n` });
  expect([pasted.status, pasted.text]).toEqual([
    200,
    expect.stringContaining('This credential is genuine and valid'),
  ]);
  const gone = await anyone.get(`/awards/${withdrawn}/credential`);
  expect(gone.status).toBe(410);
  expect((await anyone.get(`/awards/${withdrawn}`)).text).toContain(
    'This award has been withdrawn',
  );
  for (const kind of ['award-report', 'action-plan', 'certificate']) {
    const taken = await anyone.get(`/awards/${withdrawn}/documents/${kind}`);
    expect([kind, taken.status]).toEqual([kind, 410]);
    expect(taken.headers.get('content-type')).toContain('text/html');
    expect(taken.text).toContain('This award has been withdrawn');
    expect(taken.text).toContain('The reason: Given up');
  }
});
