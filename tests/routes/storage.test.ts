// Where nothing can be kept: one answer that says what is wrong and shows every text again, from every
// form of the service; pages go on being read (REL-05, 09, 21, 22, 25).
import { closeSync, openSync, readdirSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { addressOf, type Ids, idsOf, plantSecrets, validForm } from './access-places.ts';
import { ACCESS } from './access-table.ts';
import { handledApp, type HandledApp } from '#tests/support/handled-app.ts';
import {
  type Answer,
  formFields,
  unescaped,
  valueOf,
  type Visitor,
  withDatabase,
} from '#tests/support/http.ts';
import { PASSWORD, PEOPLE } from '#tests/support/people.ts';

const SHORT = "Nid yw’r adroddiad yn cyfateb i'r cynllun.";
const TEXT = "Mae'r mentoriaid yn cyfarfod\nbob mis – “Siân O’Dowd & Llŷr” <b>".padEnd(
  20_000,
  ' text',
);

const TITLE = 'Cofnodion y Bwrdd, 14 Mawrth';
const LINK = 'https://pen-llyn.example/minutes?of=14&page=2';
const OURS = { Origin: 'http://localhost:3000', 'Sec-Fetch-Site': 'same-origin' };
/** They end a session that is still needed, or change nothing. */
const NOT_WRITING = [
  '/sign-in/passkey/options',
  '/account/passkeys/options',
  '/sign-out',
  '/verify',
];

let app: HandledApp;
let ids: Ids;
let lead: Visitor;
let administrator: Visitor;
let criterion: string;

beforeAll(async () => {
  app = await handledApp();
  ids = idsOf(app.folder, 'Therapies and rehabilitation');
  plantSecrets(app.folder, ids);
  lead = await signedIn(PEOPLE.lead);
  administrator = await signedIn(PEOPLE.administrator);
  criterion = addressOf('/assessments/:id/criteria/:criterion', ids);
});
afterEach(() => {
  const { connection } = app.services.engine;
  connection.pragma('query_only = OFF');
  connection.pragma('max_page_count = 1073741823');
});

async function signedIn(email: string): Promise<Visitor> {
  const person = app.visitor();
  expect((await person.post('/sign-in', { email, password: PASSWORD })).status).toBe(303);
  return person;
}

/** The database takes no further page: what is longer than the room in its last ones does not fit. */
function fillDisk(): void {
  const { connection } = app.services.engine;
  connection.pragma(`max_page_count = ${connection.pragma('page_count', { simple: true })}`);
}

/** The database takes no write at all. */
function readOnly(): void {
  app.services.engine.connection.pragma('query_only = ON');
}

/** Another program that has begun to write. */
function otherProgram(): Database.Database {
  const other = new Database(path.join(app.folder, 'charter.db'));
  other.exec('begin immediate');
  return other;
}

function answerForm(): { narrative: string; rating: string; version: string } {
  const sql =
    'select coalesce(max(version), 0) from answers where assessment_id = ? and criterion = ?';
  const version = valueOf(app.folder, sql, ids['id'] ?? '', ids['criterion'] ?? '');
  return { narrative: TEXT, rating: '1', version };
}

function upload(): FormData {
  const form = new FormData();
  form.set('title', TITLE);
  form.set('file', new Blob(['minutes '.repeat(20_000)]), 'minutes.txt');
  form.set('link', LINK);
  return form;
}

function filesNow(): readonly string[] {
  return readdirSync(path.join(app.folder, 'files')).toSorted();
}

function withRows(): readonly string[] {
  return withDatabase(app.folder, (database) =>
    database.prepare<[], string>('select id from files order by id').pluck().all(),
  );
}

function expectShownAgain({ status, headers, text }: Answer, ...typed: readonly string[]): void {
  expect(status).toBe(503);
  expect(headers.get('retry-after')).toMatch(/^\d+$/);
  expect(headers.get('content-type')).toContain('text/html');
  for (const one of typed) expect(unescaped(text)).toContain(one);
  // Whole and usable without scripts; one of ours warns before its texts are left behind.
  expect(text).toContain('<main');
  expect(text.match(/<script[^>]*>/g)).toEqual([
    expect.stringMatching(
      /^<script type="module" src="\/assets\/typing-[\w-]+\.js" nonce="[\w-]+">$/,
    ),
  ]);
}

describe('while nothing can be written', () => {
  test('REL-05 a text that does not fit is shown again, says why, and is saved once there is room', async () => {
    const form = answerForm();
    fillDisk();
    const refused = await lead.post(criterion, form);
    expectShownAgain(refused, TEXT, 'no space left on its disk');
    expect(answerForm()).toEqual(form);
    expect((await lead.get('/')).text).toContain('Nothing can be saved at the moment');
    app.services.engine.connection.pragma('max_page_count = 1073741823');
    // The page itself sends it again, as a browser does: with CR LF.
    const again = await lead.post(criterion, formFields(refused.text, criterion));
    expect(again.status).toBe(303);
    const saved =
      "select replace(narrative, char(13), '') from answers where assessment_id = ? and criterion = ?";
    expect(valueOf(app.folder, saved, ids['id'] ?? '', ids['criterion'] ?? '')).toBe(TEXT);
    expect((await lead.get('/')).text).not.toContain('Nothing can be saved at the moment');
  });

  const changes = ACCESS.filter(
    ({ method, pattern, statuses }) =>
      method === 'POST' &&
      ![...NOT_WRITING].includes(pattern) &&
      [200, 303].some((status) => [statuses.lead, statuses.administrator].includes(status)),
  );

  test('there are many forms to try', () => expect(changes.length).toBeGreaterThan(25));

  test.each(changes)('REL-05 the form of $pattern comes back with its text', async (row) => {
    const { pattern, statuses } = row;
    const who = [200, 303].includes(statuses.lead) ? lead : administrator;
    const form = validForm(app.folder, pattern, ids) ?? {};
    readOnly();
    const address = addressOf(pattern, ids);
    const asScript = await who.ask('POST', address, {
      headers: { ...OURS, Accept: 'application/json' },
      body: new URLSearchParams(form),
    });
    expect([asScript.status, JSON.parse(asScript.text)]).toEqual([
      503,
      {
        message: expect.stringMatching(/^Not saved: the service can only read.*Trying again soon/),
      },
    ]);
    const byPage = await who.post(`${address}.data`, form);
    expect([byPage.status, byPage.text]).toEqual([503, expect.stringContaining('Not saved: ')]);
    const shown = Object.entries(form).flatMap(([name, text]) =>
      /password|version|intent/i.test(name) ? [] : [text],
    );
    expectShownAgain(await who.post(address, form), ...shown);
  });

  test('REL-05 the texts of a form with a file come back, also those after the file', async () => {
    readOnly();
    expectShownAgain(await lead.upload(`${criterion}/evidence`, upload()), TITLE, LINK);
    expect(filesNow()).toEqual(withRows());
  });

  test('REL-05 a right password is not called wrong, and never shown', async () => {
    const someone = app.visitor();
    readOnly();
    const answer = await someone.post('/sign-in', { email: PEOPLE.lead, password: PASSWORD });
    expectShownAgain(answer, PEOPLE.lead);
    expect(answer.text).not.toContain(PASSWORD);
    app.services.engine.connection.pragma('query_only = OFF');
    const again = await someone.post('/sign-in', { email: PEOPLE.lead, password: PASSWORD });
    expect(again.status).toBe(303);
  });

  test('REL-05 nobody need be signed in for it: an objection comes back', async () => {
    readOnly();
    const objection = { ground: 'omission', name: 'Siân', email: 's@example.org', text: SHORT };
    const { award = '' } = ids;
    expectShownAgain(
      await app.visitor().post(`/awards/${award}/objection`, objection),
      SHORT,
      'Siân',
    );
  });

  test('REL-07 pages are read by whoever is signed in, also when the session cannot be kept alive', async () => {
    withDatabase(app.folder, (database) => {
      // As if its last request were some minutes ago: the next one would write it anew.
      const soon = new Date(app.services.clock().getTime() + 20 * 60_000).toISOString();
      database.prepare('update session set expiresAt = ?').run(soon);
    });
    readOnly();
    const answer = await lead.get(criterion);
    expect([answer.status, answer.text.includes('Sign out')]).toEqual([200, true]);
  });
});

describe('while another program holds the database', () => {
  test('REL-21 a save waits for it and is kept, and others are answered meanwhile', async () => {
    const other = otherProgram();
    const order: string[] = [];
    const saving = lead
      .post(criterion, { ...answerForm(), narrative: `${TEXT} waited` })
      .then((answer) => {
        order.push('saved');
        return answer;
      });
    expect((await administrator.get('/admin')).status).toBe(200);
    expect((await app.visitor().get('/awards')).status).toBe(200);
    order.push('read');
    other.exec('rollback');
    other.close();
    expect((await saving).status).toBe(303);
    expect(order).toEqual(['read', 'saved']);
  });

  test('REL-21 one that lets nobody in is said, with the text; a sign-in is not called wrong', async () => {
    const other = otherProgram();
    const someone = app.visitor();
    const [saved, entered] = await Promise.all([
      lead.post(criterion, { ...answerForm(), narrative: `${TEXT} refused` }),
      someone.post('/sign-in', { email: PEOPLE.lead, password: PASSWORD }),
    ]);
    other.close();
    expectShownAgain(saved, `${TEXT} refused`, 'nother program is using the database');
    expectShownAgain(entered, 'nother program is using the database');
    expect((await lead.get('/')).text).not.toContain('Nothing can be saved at the moment');
  });

  test('REL-21 work that makes an answer of an error, as the sign-in library does, is done again', async () => {
    const { storage, engine } = app.services;
    const other = otherProgram();
    let tries = 0;
    const swallowing = async () => {
      tries += 1;
      if (tries === 3) other.close();
      try {
        engine.connection.prepare("delete from session where id = 'none'").run();
        return 'done';
      } catch {
        return 'failed';
      }
    };
    await expect(storage.insist(swallowing)).resolves.toBe('done');
    expect(tries).toBe(3);
  });
});

describe('with less space than the reserve', () => {
  test('files are refused in words and texts are taken', async () => {
    const short = await handledApp({ DISK_RESERVE_MB: '999999999999' }, app.folder);
    const person = short.visitor();
    const form = answerForm();
    const entered = await person.post('/sign-in', { email: PEOPLE.lead, password: PASSWORD });
    expect(entered.status).toBe(303);
    const before = filesNow();
    const refused = await person.upload(`${criterion}/evidence`, upload());
    expectShownAgain(refused, TITLE, LINK, 'too little space left', 'Texts can still be saved');
    expect(filesNow()).toEqual(before);
    const saved = await person.post(criterion, { ...form, narrative: 'a text in the reserve' });
    expect(saved.status).toBe(303);
    expect((await person.get('/readyz')).status).toBe(503);
    expect((await person.get('/')).text).not.toContain('Nothing can be saved at the moment');
    short.services.close();
  });
});

describe('a damaged page', () => {
  test('REL-09 fails what needs it, with words, and nothing else; the service is not ready any more', async () => {
    const damaged = await handledApp();
    const person = damaged.visitor();
    await person.post('/sign-in', { email: PEOPLE.lead, password: PASSWORD });
    expect((await person.get('/readyz')).status).toBe(200);
    destroyTable(damaged.folder, 'actions');
    const id = ids['id'] ?? '';
    const answer = await person.get(`/assessments/${id}/actions`);
    expect([answer.status, answer.text.includes('This page cannot be shown now')]).toEqual([
      503,
      true,
    ]);
    expect(answer.text).toContain('does not work as it should');
    const other = await person.get('/help');
    expect([other.status, other.text.includes('Nothing can be saved')]).toEqual([200, true]);
    expect(damaged.lines.filter((line) => line.includes('"storage-trouble"'))).toHaveLength(1);
    damaged.later(5000);
    expect((await person.get('/readyz')).status).toBe(503);
    expect((await person.get('/healthz')).status).toBe(200);
    damaged.services.close();
  });
});

/** Overwrites the first page of a table, in the file itself. */
function destroyTable(folder: string, table: string): void {
  const file = path.join(folder, 'charter.db');
  const [page, size] = withDatabase(folder, (database) => {
    database.pragma('wal_checkpoint(TRUNCATE)');
    const root = database.prepare('select rootpage from sqlite_master where name = ?');
    return [
      Number(root.pluck().get(table)),
      Number(database.pragma('page_size', { simple: true })),
    ];
  });
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, Buffer.alloc(size, 0xa5), 0, size, (page - 1) * size);
  closeSync(descriptor);
}

describe('readiness', () => {
  test('REL-25 is tried at most once in five seconds, and what was found is answered meanwhile', async () => {
    const { services, later } = app;
    const ask = async () => (await app.visitor().get('/readyz')).status;
    later(5000);
    expect(await ask()).toBe(200);
    readOnly();
    expect(await ask()).toBe(200);
    later(5000);
    expect(await ask()).toBe(503);
    services.engine.connection.pragma('query_only = OFF');
    expect(await ask()).toBe(503);
    later(5000);
    expect(await ask()).toBe(200);
    const row = "select last_at from failed_tries where key = 'readyz'";
    expect(valueOf(app.folder, row)).toBe(services.clock().toISOString());
    expect(filesNow()).not.toContain('readyz.part');
  });

  test('REL-25 wants to write beside the evidence files, too', async () => {
    const { later } = app;
    later(5000);
    const files = path.join(app.folder, 'files');
    renameSync(files, `${files}-away`);
    expect((await app.visitor().get('/readyz')).status).toBe(503);
    renameSync(`${files}-away`, files);
    later(5000);
    expect((await app.visitor().get('/readyz')).status).toBe(200);
  });
});

describe('a start where nothing can be written', () => {
  test('REL-07 gives pages to read, with a banner on each, and the text back from each form', async () => {
    const reading = await openedForReading();
    expect(reading.services.engine.readOnly).toBe(true);
    const person = reading.visitor(lead.cookie());
    for (const address of ['/', criterion, '/help', '/no-such-page']) {
      expect((await person.get(address)).text).toContain('Nothing can be saved at the moment');
    }
    const page = await person.get(criterion);
    expect([page.status, page.text.includes('Sign out')]).toEqual([200, true]);
    expectShownAgain(await person.post(criterion, answerForm()), TEXT, 'can only read');
    expect((await person.get('/readyz')).status).toBe(503);
    expect((await person.get('/healthz')).status).toBe(200);
    reading.services.close();
  });
});

/** On the data folder of the running one, where SQLite finds no room for the file that it needs. */
async function openedForReading(): Promise<HandledApp> {
  const { pragma } = Database.prototype;
  const spy = vi.spyOn(Database.prototype, 'pragma').mockImplementation(function (
    this: Database.Database,
    ...given
  ) {
    if (given[0] === 'journal_mode = WAL') {
      throw new Database.SqliteError('disk I/O error', 'SQLITE_IOERR_SHMSIZE');
    }
    return pragma.apply(this, given);
  });
  try {
    return await handledApp({}, app.folder);
  } finally {
    spy.mockRestore();
  }
}
