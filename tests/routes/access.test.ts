// Every address of the built service, asked for by everyone, compared with the written table (SEC-01 to 05).
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import { type Answer, signedInAs, tablesHash, type Visitor, visitor } from '#tests/support/http.ts';
import { readPdf } from '#tests/support/pdf-read.ts';
import { PEOPLE } from '#tests/support/people.ts';
import {
  addressOf,
  builtRoutes,
  dataAddress,
  holdsCount,
  type Ids,
  idsOf,
  patternsOf,
  plantSecrets,
  READABLE_SECRETS,
  validForm,
} from './access-places.ts';
import { ACCESS, type Column, COLUMNS, type Row } from './access-table.ts';

const READERS: readonly Column[] = ['viewer', 'sponsor', 'contributor', 'lead'];
const COUNTERS: readonly Column[] = ['contributor', 'lead'];
const HEADED: readonly Column[] = ['anonymous', 'sponsor', 'stranger', 'administrator', 'lead'];
const DOCUMENT = '/assessments/:id/documents/:kind';
/** What the pages' own scripts send; nobody opens them. */
const SENT_BY_PAGES = [
  '/assessments/:id/criteria/:criterion/autosave',
  '/assessments/:id/criteria/:criterion/files',
  '/assessments/:id/drafts/:place',
  '/assessments/:id/criteria/:criterion/presence',
  '/reviews/:review/criteria/:criterion/autosave',
  '/reviews/:review/discussion/:criterion/autosave',
  '/reviews/:review/decision/autosave',
];

let app: AppServer;
let ids: Ids;
let people: ReadonlyMap<Column, Visitor>;

beforeAll(async () => {
  app = await startApp();
  ids = idsOf(app.folder, 'Therapies and rehabilitation');
  plantSecrets(app.folder, ids);
  people = new Map(
    await Promise.all(
      COLUMNS.map(async (column): Promise<[Column, Visitor]> => [column, await personOf(column)]),
    ),
  );
});
afterAll(() => app?.stop());

async function personOf(column: Column): Promise<Visitor> {
  return column === 'anonymous' ? visitor(app) : signedInAs(app, PEOPLE[column]);
}

function as(column: Column): Visitor {
  return people.get(column) ?? visitor(app);
}

/** Everything that an answer says, a PDF as its text. */
async function said({ headers, text, bytes }: Answer): Promise<string> {
  const head = JSON.stringify([...headers]);
  if (headers.get('content-type') !== 'application/pdf') return head + text;
  return head + (bytes.length === 0 ? '' : (await readPdf(bytes)).pages.join('\n'));
}

async function expectNothingLeaks(column: Column, answer: Answer, what: string): Promise<void> {
  const text = await said(answer);
  const secrets = READERS.includes(column) ? [] : Object.values(READABLE_SECRETS);
  const leaked = secrets.filter((secret) => text.includes(secret));
  expect(leaked, `${what} for ${column}`).toEqual([]);
  if (!COUNTERS.includes(column)) expect(holdsCount(text), `counts in ${what}`).toBe(false);
}

/** What the data of a page answers where the page answers this. */
function dataStatus({ method, pattern, statuses }: Row, column: Column): number {
  const status = statuses[column];
  const sentToSignIn = column === 'anonymous' && pattern !== '/sign-out';
  if (SENT_BY_PAGES.includes(pattern) && method === 'GET' && status === 400) return 200;
  return status === 303 || (status === 302 && !sentToSignIn) ? 202 : status;
}

describe('SEC-02 every page is for the people that the table names', () => {
  test('SEC-01 the table has a row for every route of the build, and no others', async () => {
    const listed = new Set(ACCESS.map(({ pattern }) => pattern));
    expect([...listed].toSorted()).toEqual([...patternsOf(await builtRoutes())]);
  });

  test.each(COLUMNS)('reading, as %s', async (column) => {
    for (const row of ACCESS.filter(({ method }) => method === 'GET')) {
      const { pattern, statuses } = row;
      const address = addressOf(pattern, ids);
      const page = await as(column).get(address);
      expect(page.status, `GET ${pattern}`).toBe(statuses[column]);
      await expectNothingLeaks(column, page, pattern);
      // The data of a document is the document.
      if (pattern === DOCUMENT && column !== 'viewer') continue;
      const data = await as(column).get(dataAddress(address));
      expect(data.status, `GET ${pattern} as data`).toBe(dataStatus(row, column));
      await expectNothingLeaks(column, data, `${pattern} as data`);
    }
  });

  test.each(HEADED)('SEC-03 asking for the head only, as %s', async (column) => {
    // The sign-in page does not lead on where nothing is read; a PDF is the same work twice.
    const others = ['/sign-in', DOCUMENT];
    for (const { pattern, statuses } of ACCESS.filter(({ method }) => method === 'GET')) {
      if (others.includes(pattern)) continue;
      const head = await as(column).ask('HEAD', addressOf(pattern, ids));
      expect([head.status, head.text], `HEAD ${pattern}`).toEqual([statuses[column], '']);
      await expectNothingLeaks(column, head, pattern);
    }
  });

  test('the lead sees every secret somewhere, so a leak would be seen', async () => {
    const pages = await Promise.all(
      ACCESS.filter(({ method, pattern }) => method === 'GET' && pattern !== DOCUMENT).map(
        async ({ pattern }) => said(await as('lead').get(addressOf(pattern, ids))),
      ),
    );
    const all = pages.join('\n');
    for (const secret of Object.values(READABLE_SECRETS)) expect(all).toContain(secret);
    expect(holdsCount(all)).toBe(true);
  });

  test('SEC-06 no document holds a count of people, whoever asks for it', async () => {
    const documents = ['action-plan', 'self-assessment'].map(async (kind) =>
      said(await as('lead').get(`/assessments/${ids['id']}/documents/${kind}`)),
    );
    const [plan = '', report = ''] = await Promise.all(documents);
    expect([plan, report].map(holdsCount)).toEqual([false, false]);
    expect(plan).toContain(READABLE_SECRETS.owner);
    expect(report).toContain(READABLE_SECRETS.narrative);
  });
});

describe('SEC-02 every change is for the people that the table names', () => {
  // The last two columns may change things, so their forms show that the others' would have gone through.
  test.each(COLUMNS)('sending a valid form, as %s', async (column) => {
    let before = tablesHash(app.folder);
    for (const row of ACCESS.filter(({ method }) => method === 'POST')) {
      const { pattern, statuses } = row;
      const person = pattern === '/sign-out' ? await personOf(column) : as(column);
      const address = addressOf(pattern, ids);
      const expected = statuses[column];
      for (const [to, status] of [
        [address, expected],
        [dataAddress(address), dataStatus(row, column)],
      ] as const) {
        const form = validForm(app.folder, pattern, ids) ?? {};
        const answer = await person.post(to, form);
        expect(answer.status, `POST ${to}`).toBe(status);
        await expectNothingLeaks(column, answer, `POST ${to}`);
        const after = tablesHash(app.folder);
        const changed = after !== before;
        expect(changed, `POST ${to} changes something`).toBe(mayChange(row, column));
        before = after;
      }
    }
  });

  test.each(['PUT', 'PATCH', 'DELETE'])('SEC-03 %s is no way round', async (method) => {
    const asked = ACCESS.filter(
      (row) => row.method === 'POST' && row.statuses.stranger === 404,
    ).map(({ pattern }) => ({ pattern, form: validForm(app.folder, pattern, ids) ?? {} }));
    const before = tablesHash(app.folder);
    for (const { pattern, form } of asked) {
      const body = new URLSearchParams(form);
      const headers = { Origin: app.origin };
      const answer = await as('stranger').ask(method, addressOf(pattern, ids), { headers, body });
      expect(answer.status, `${method} ${pattern}`).toBe(404);
    }
    expect(tablesHash(app.folder)).toBe(before);
  });

  test('a page that takes no forms changes nothing', async () => {
    const taking = new Set(ACCESS.filter((row) => row.method === 'POST').map((row) => row.pattern));
    const before = tablesHash(app.folder);
    for (const { pattern, statuses } of ACCESS.filter((row) => !taking.has(row.pattern))) {
      const who = statuses.administrator === 200 ? 'administrator' : 'lead';
      const answer = await as(who).post(addressOf(pattern, ids), { title: 'x' });
      expect(answer.status, `POST ${pattern}`).toBe(405);
    }
    expect(tablesHash(app.folder)).toBe(before);
  });
});

function mayChange({ pattern, statuses }: Row, column: Column): boolean {
  // Ways in and out, of which only tries are counted; and what only asks a browser something.
  const accounts = [
    '/sign-in',
    '/sign-in/again',
    '/sign-in/link',
    '/sign-in/passkey/options',
    '/account/passkeys/options',
    '/account/sessions',
    '/forgotten-password',
    '/sign-out',
    '/set-password/:token',
  ];
  return !accounts.includes(pattern) && [200, 303].includes(statuses[column]);
}
